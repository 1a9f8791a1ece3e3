import { conflict } from "../refusal";
import type { Approval } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { expireIfDue } from "./expire-due";
import { settleApproval } from "./settle";

export function declineApproval(tx: Transaction, approval: Approval): Approval {
  mustBePending(tx, approval);
  return settleApproval(tx, approval.id, "declined");
}

export function mustBePending(tx: Transaction, approval: Approval): void {
  const { status } = expireIfDue(tx, approval);
  if (status !== "pending") {
    throw conflict("approval_not_pending", `This approval is ${status}.`, { status });
  }
}
