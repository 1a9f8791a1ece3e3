import { iso } from "../clock";
import type { Account, LedgerEntry } from "../state/shapes";

const RECENT = 10;

export function ledgerEntryOut(entry: LedgerEntry) {
  return {
    id: entry.id,
    type: entry.type,
    amountCents: entry.amountCents,
    createdAt: iso(entry.createdAt),
    holdEntryId: entry.holdEntryId,
    jobofferId: entry.proposalId,
    contractId: entry.contractId,
    milestoneId: entry.milestoneId,
    topUpId: entry.topUpId ?? null,
    note: entry.note,
  };
}

export function creditsOut(account: Account, newestFirst: LedgerEntry[]) {
  return {
    availableCents: account.availableCents,
    reservedCents: account.reservedCents,
    currency: "usd",
    recentEntries: newestFirst.slice(0, RECENT).map(ledgerEntryOut),
  };
}
