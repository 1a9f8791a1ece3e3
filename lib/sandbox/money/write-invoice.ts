import { CARD_SETTLES_AFTER_MS } from "../guesses";
import type { Invoice, Milestone } from "../state/shapes";
import type { Transaction } from "../state/transaction";

type Draft = { kind: Invoice["kind"]; jobId: string; byCard: boolean };

export function writeInvoice(tx: Transaction, milestone: Milestone, draft: Draft): Invoice {
  const account = tx.account(milestone.accountId);
  const now = tx.now(account.id);
  const number = account.lastInvoiceNumber + 1;
  tx.put("accounts", { ...account, lastInvoiceNumber: number });
  return tx.put("invoices", {
    id: tx.newId(account.id, "inv"),
    accountId: account.id,
    kind: draft.kind,
    number,
    amountCents: milestone.amountCents,
    jobId: draft.jobId,
    contractId: milestone.contractId,
    milestoneId: milestone.id,
    createdAt: now,
    settlesAt: draft.byCard ? now + CARD_SETTLES_AFTER_MS : now,
  });
}
