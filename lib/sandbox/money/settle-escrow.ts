import { CAPTURE_SIGN } from "../guesses";
import type { Milestone } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { writeLedger } from "./write-ledger";

/** What is in escrow goes out to the freelancer. */
export function payOut(tx: Transaction, milestone: Milestone): void {
  const account = tx.account(milestone.accountId);
  const books = { ...account.books, paidOutCents: account.books.paidOutCents + milestone.amountCents };
  if (milestone.fundedBy === "card") {
    tx.put("accounts", { ...account, books });
    return;
  }
  const reservedCents = account.reservedCents - milestone.amountCents;
  tx.put("accounts", { ...account, books, reservedCents });
  writeLedger(tx, account.id, "CAPTURE", CAPTURE_SIGN * milestone.amountCents, refs(milestone));
}

/** What is in escrow comes back to where it came from; fees do not. */
export function giveBack(tx: Transaction, milestone: Milestone): void {
  const account = tx.account(milestone.accountId);
  if (milestone.fundedBy === "card") {
    const cardRefundedCents = account.books.cardRefundedCents + milestone.amountCents;
    tx.put("accounts", { ...account, books: { ...account.books, cardRefundedCents } });
    return;
  }
  tx.put("accounts", {
    ...account,
    availableCents: account.availableCents + milestone.amountCents,
    reservedCents: account.reservedCents - milestone.amountCents,
  });
  writeLedger(tx, account.id, "HOLD_RELEASE", milestone.amountCents, refs(milestone));
}

function refs(milestone: Milestone) {
  return {
    holdEntryId: milestone.holdEntryId,
    contractId: milestone.contractId,
    milestoneId: milestone.id,
  };
}
