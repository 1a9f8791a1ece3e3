import { agentJson } from "@/lib/api/schemas/answers/blocked";
import { termsJson } from "@/lib/api/schemas/answers/terms";
import type { Unanswered } from "@/lib/api/types";
import type { UnansweredRecord } from "@/lib/domain/records";

export function unansweredJson(record: UnansweredRecord): Unanswered {
  const { id, action, subject, subjectId, state } = record;
  return {
    id,
    askedAt: record.askedAt.toISOString(),
    action,
    subject,
    subjectId,
    terms: termsJson(record.terms),
    agent: agentJson(record),
    state,
  };
}
