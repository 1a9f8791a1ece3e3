import { instant } from "@/lib/api/schemas/answers/approval";
import type { Claim } from "@/lib/api/types";
import type { ClaimRecord } from "@/lib/domain/records";
import type { Messages } from "@/lib/messages";

export function claimJson(record: ClaimRecord, words: Messages): Claim {
  return {
    id: record.id,
    receivedAt: record.receivedAt.toISOString(),
    way: record.way,
    label: record.label,
    why: words.claimWhys[record.why],
    whyCode: record.why,
    remedy: words.claimRemedies[record.why],
    told: record.told,
    agent: record.agent,
    nextTryAt: instant(record.nextTryAt),
  };
}
