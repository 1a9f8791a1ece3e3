import type { Action } from "@/lib/domain/actions";
import { withoutSecrets, withoutSecretsIn } from "@/lib/domain/secrets";
import { termsOfRequest } from "@/lib/domain/terms";
import { parsePlainJson } from "@/lib/opentrain/plain-json";
import type { StoredTerms } from "@/lib/store/schema";

/** One request of an agent as we keep it: what it is about and in whose words, never the token or the body. */
export type Asked = {
  id: string;
  workspaceId: string;
  connectionId: string;
  action: Action;
  subjectId: string;
  terms: StoredTerms | null;
  agentName: string | null;
  agentReason: string | null;
  /** By our own clock. */
  at: Date;
};

type AskGiven = {
  place: { workspaceId: string; connectionId: string };
  action: Action;
  subjectId: string;
  body: Buffer | null;
  agent: { name: string | null; reason: string | null };
  at: Date;
};

export function askedOf(id: string, { place, action, subjectId, body, agent, at }: AskGiven): Asked {
  return {
    id,
    workspaceId: place.workspaceId,
    connectionId: place.connectionId,
    action,
    subjectId,
    terms: action === "hire" && body ? termsIn(body) : null,
    agentName: wordsOf(agent.name),
    agentReason: wordsOf(agent.reason),
    at,
  };
}

/** Read strictly: a body that could be read in two ways has no terms we could state. */
function termsIn(body: Buffer): StoredTerms | null {
  const { terms, amountUnreadable } = termsOfRequest(parsePlainJson(body.toString("utf8")));
  if (terms === null) return null;
  return { ...withoutSecretsIn(terms), ...(amountUnreadable === null ? {} : { amountUnreadable }) };
}

function wordsOf(words: string | null): string | null {
  const kept = words === null ? "" : withoutSecrets(words).trim();
  return kept === "" ? null : kept;
}
