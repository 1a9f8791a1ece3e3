import { instant } from "@/lib/api/schemas/answers/approval";
import type { Ledger as LedgerJson, LedgerLine, LedgerReach as LedgerReachJson } from "@/lib/api/types";
import type { Ledger, LedgerReach, LedgerRecord } from "@/lib/domain/records";
import type { Messages } from "@/lib/messages";

export function ledgerJson({ entries, more, ...reach }: Ledger, words: Messages): LedgerJson {
  return { lines: entries.map(ledgerLineJson), more, ...ledgerReachJson(reach, words) };
}

export function ledgerReachJson({ readAt, isWhole, unread }: LedgerReach, words: Messages): LedgerReachJson {
  return {
    readAt: instant(readAt),
    isWhole,
    unknown: unread && {
      code: unread.code,
      since: unread.since.toISOString(),
      text: words.around.unknown("ledger", unread.code),
    },
  };
}

export function ledgerLineJson(entry: LedgerRecord): LedgerLine {
  const { id, type, createdAt, amountCents, amountUnreadable, milestoneId, milestoneName, note } = entry;
  return {
    id,
    type,
    at: instant(createdAt),
    amountCents,
    amountUnreadable,
    milestoneId,
    milestoneName,
    note,
  };
}
