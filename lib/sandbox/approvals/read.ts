import type { Caller } from "../caller";
import { Refusal } from "../refusal";
import type { Approval } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { expireIfDue } from "./expire-due";

/** The account's owner and the token that asked may read it; for everyone else it does not exist. */
export function readApproval(tx: Transaction, caller: Caller, approvalId: string): Approval {
  const approval = tx.get("approvals", approvalId);
  const visible =
    approval?.accountId === caller.account.id &&
    (caller.token.seat === "owner" || approval.requestedBy === caller.token.id);
  if (!approval || !visible) {
    throw new Refusal("NOT_FOUND", "No such approval.", { resource: "approvals", approvalId });
  }
  return expireIfDue(tx, approval);
}
