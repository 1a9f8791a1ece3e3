import { agentJson } from "@/lib/api/schemas/answers/blocked";
import { aboutJson } from "@/lib/api/schemas/answers/subject";
import { termsJson } from "@/lib/api/schemas/answers/terms";
import type { Unanswered } from "@/lib/api/types";
import type { UnansweredRecord } from "@/lib/domain/records";

export function unansweredJson(record: UnansweredRecord): Unanswered {
  const { id, action, subject, subjectId, state } = record;
  return {
    id,
    askedAt: record.askedAt.toISOString(),
    action,
    subject: subject.name,
    subjectId,
    about: aboutJson(action, subject),
    terms: termsJson(record.terms),
    agent: agentJson(record),
    state,
    approvalId: record.approvalId,
  };
}
