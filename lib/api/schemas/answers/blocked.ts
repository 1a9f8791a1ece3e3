import { aboutJson } from "@/lib/api/schemas/answers/subject";
import { termsJson } from "@/lib/api/schemas/answers/terms";
import type { Blocked } from "@/lib/api/types";
import type { BlockedRecord } from "@/lib/domain/records";
import type { Messages } from "@/lib/messages";

export function blockedJson(record: BlockedRecord, words: Messages): Blocked {
  const { id, times, action, reason, subject, subjectId, linkState } = record;
  return {
    id,
    at: record.at.toISOString(),
    lastAt: record.lastAt.toISOString(),
    times,
    action,
    reason,
    subject: subject.name,
    subjectId,
    about: aboutJson(action, subject, words),
    terms: termsJson(record.terms),
    // A link that did not pass the guard leaves the server in no field.
    link: linkState === "ok" ? record.link : null,
    linkState,
    agent: agentJson(record),
  };
}

export function agentJson({
  agentName,
  agentReason,
}: Pick<BlockedRecord, "agentName" | "agentReason">): Blocked["agent"] {
  return agentName === null && agentReason === null
    ? null
    : { name: agentName, reason: agentReason, tokenLabel: null };
}
