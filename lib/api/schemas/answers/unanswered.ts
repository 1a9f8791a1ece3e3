import { agentJson } from "@/lib/api/schemas/answers/blocked";
import { aboutJson } from "@/lib/api/schemas/answers/subject";
import { termsJson } from "@/lib/api/schemas/answers/terms";
import type { Unanswered } from "@/lib/api/types";
import type { UnansweredRecord } from "@/lib/domain/records";
import type { Messages } from "@/lib/messages";

export function unansweredJson(record: UnansweredRecord, words: Messages): Unanswered {
  const { id, action, subject, subjectId, state } = record;
  return {
    id,
    askedAt: record.askedAt.toISOString(),
    action,
    subject: subject.name,
    subjectId,
    about: aboutJson(action, subject, words),
    terms: termsJson(record.terms),
    agent: agentJson(record),
    state,
    approvalId: record.approvalId,
  };
}
