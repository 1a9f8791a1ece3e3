import { findMilestone, mustBeReleasable } from "../actions/check-milestone";
import { settleApproval } from "../approvals/settle";
import { emitMilestone } from "../emit-event";
import { newId } from "../ids";
import { payOut } from "../money/settle-escrow";
import { writeInvoice } from "../money/write-invoice";
import type { Approval, Milestone } from "../state/shapes";
import type { Transaction } from "../state/transaction";

export function executeRelease(tx: Transaction, approval: Approval): void {
  const placed = findMilestone(tx, approval.accountId, approval.milestoneId ?? "");
  mustBeReleasable(tx, placed);
  const { contract } = placed;
  const { released, payout } = releaseMilestone(tx, placed.milestone, contract.jobId);
  tx.put("contracts", { ...contract, updatedAt: tx.now(contract.accountId) });
  settleApproval(tx, approval.id, "confirmed", {
    result: { invoiceId: payout.id, payoutTransactionId: newId("po") },
  });
  emitMilestone(tx, released, contract.jobId);
}

export function releaseMilestone(tx: Transaction, milestone: Milestone, jobId: string) {
  const payout = writeInvoice(tx, milestone, { kind: "PAYOUT", jobId, byCard: false });
  payOut(tx, milestone);
  const released = tx.put("milestones", { ...milestone, state: "released", handedIn: false });
  return { released, payout };
}
