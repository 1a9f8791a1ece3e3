import { instant } from "@/lib/api/schemas/answers/approval";
import type { Claim } from "@/lib/api/types";
import type { ClaimRecord } from "@/lib/domain/records";
import { messagesFor } from "@/lib/messages";

export function claimJson(record: ClaimRecord): Claim {
  return {
    id: record.id,
    receivedAt: record.receivedAt.toISOString(),
    way: record.way,
    label: record.label,
    why: messagesFor("en").claimWhys[record.why],
    whyCode: record.why,
    remedy: messagesFor("en").claimRemedies[record.why],
    told: record.told,
    agent: record.agent,
    nextTryAt: instant(record.nextTryAt),
  };
}
