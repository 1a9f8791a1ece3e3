import type { LedgerEntry, LedgerType } from "../state/shapes";
import type { Transaction } from "../state/transaction";

export type LedgerRefs = Partial<
  Pick<LedgerEntry, "holdEntryId" | "proposalId" | "contractId" | "milestoneId" | "topUpId" | "note">
>;

export function writeLedger(
  tx: Transaction,
  accountId: string,
  type: LedgerType,
  amountCents: number,
  refs: LedgerRefs,
): LedgerEntry {
  return tx.put("ledger", {
    id: tx.newId(accountId, "cle"),
    accountId,
    type,
    amountCents,
    createdAt: tx.now(accountId),
    holdEntryId: null,
    proposalId: null,
    contractId: null,
    milestoneId: null,
    topUpId: null,
    note: null,
    ...refs,
  });
}
