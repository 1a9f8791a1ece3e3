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
  const payout = writeInvoice(tx, placed.milestone, { kind: "PAYOUT", jobId: contract.jobId, byCard: false });
  const released = releaseMilestone(tx, placed.milestone);
  tx.put("contracts", { ...contract, updatedAt: tx.now(contract.accountId) });
  settleApproval(tx, approval.id, "confirmed", {
    result: { invoiceId: payout.id, payoutTransactionId: newId("po") },
  });
  emitMilestone(tx, released, contract.jobId);
}

export function releaseMilestone(tx: Transaction, milestone: Milestone): Milestone {
  payOut(tx, milestone);
  return tx.put("milestones", { ...milestone, state: "released", handedIn: false });
}
