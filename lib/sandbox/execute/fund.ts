import { findMilestone, mustBeFundable } from "../actions/check-milestone";
import type { Choices } from "../approvals/choices";
import { settleApproval } from "../approvals/settle";
import { emitMilestone, emitPaymentPending } from "../emit-event";
import { fundCharge } from "../money/fees";
import { pay } from "../money/pay";
import { writeInvoice } from "../money/write-invoice";
import type { Approval } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { chooseSource } from "./choose-source";

export function executeFund(tx: Transaction, approval: Approval, choices: Choices): void {
  const placed = findMilestone(tx, approval.accountId, approval.milestoneId ?? "");
  mustBeFundable(tx, placed);
  const { milestone, contract } = placed;
  const account = tx.account(approval.accountId);
  const charge = fundCharge(milestone.amountCents, account.guesses.fundFeePercent);
  const payWith = chooseSource(account, charge, choices);

  const refs = { contractId: contract.id, milestoneId: milestone.id };
  const payment = pay(tx, account.id, charge, payWith, refs);
  const byCard = payWith === "card";
  const invoice = writeInvoice(tx, milestone, { kind: "FUNDING", jobId: contract.jobId, byCard });
  const funded = tx.put("milestones", {
    ...milestone,
    state: "funded",
    fundedBy: payWith,
    holdEntryId: payment.holdEntryId,
    invoiceId: invoice.id,
  });
  tx.put("contracts", { ...contract, updatedAt: tx.now(account.id) });

  // Credits leave no payment intent behind.
  const intent = payment.paymentIntentId === null ? {} : { paymentIntentId: payment.paymentIntentId };
  settleApproval(tx, approval.id, "confirmed", { result: { invoiceId: invoice.id, ...intent } });
  emitMilestone(tx, funded, contract.jobId);
  if (byCard) emitPaymentPending(tx, invoice);
}
