import type { IncomingHttpHeaders } from "node:http";
import { withoutSecrets } from "@/lib/domain/secrets";
import { storableText } from "@/lib/domain/storable";
import { limits } from "@/lib/recorder/limits";

const mark = "…";

/** What the agent says of itself in its headers: claimed words, made short and rid of secrets. */
export function agentWords(headers: IncomingHttpHeaders): { name: string | null; reason: string | null } {
  return {
    name: wordsIn(headers["x-agent-name"], limits.agentName),
    reason: wordsIn(headers["x-agent-reason"], limits.agentReason),
  };
}

function wordsIn(header: string | string[] | undefined, longest: number): string | null {
  if (header === undefined) return null;
  const words = storableText(withoutSecrets(decoded(String(header)))).trim();
  if (words === "") return null;
  const characters = [...words];
  return characters.length <= longest ? words : characters.slice(0, longest - 1).join("") + mark;
}

/** Percent-encoded where it is not ASCII; whoever sends UTF-8 as it stands, or a bare percent sign, is read too. */
function decoded(header: string): string {
  const bytes = Buffer.from(header, "latin1").toString("utf8");
  const text = bytes.includes("\ufffd") ? header : bytes;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
