import { emitApprovalSettled } from "../emit-event";
import type { Approval, ApprovalStatus } from "../state/shapes";
import type { Transaction } from "../state/transaction";

type Settlement = Partial<Pick<Approval, "result" | "contractId" | "supersededBy">> & { silent?: boolean };

/** The only way out of pending, so that every terminal state has one event and stays. */
export function settleApproval(
  tx: Transaction,
  approvalId: string,
  status: Exclude<ApprovalStatus, "pending">,
  { silent = false, ...more }: Settlement = {},
): Approval {
  const approval = tx.must("approvals", approvalId);
  if (approval.status !== "pending") throw new Error(`Approval ${approvalId} is already ${approval.status}`);
  const resolvedAt = tx.now(approval.accountId);
  const settled = tx.put("approvals", { ...approval, ...more, status, resolvedAt });
  if (!silent) emitApprovalSettled(tx, settled);
  return settled;
}
