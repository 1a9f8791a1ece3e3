import type { Approval } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { settleApproval } from "./settle";

/** A pending approval past its time expires when it is next looked at. */
export function expireIfDue(tx: Transaction, approval: Approval): Approval {
  const due = approval.status === "pending" && tx.now(approval.accountId) >= approval.expiresAt;
  return due ? settleApproval(tx, approval.id, "expired") : approval;
}

export function readDue(tx: Transaction, approvalId: string): Approval {
  return expireIfDue(tx, tx.must("approvals", approvalId));
}

export function sweepAccount(tx: Transaction, accountId: string): void {
  if (tx.account(accountId).guesses.expiry !== "sweep") return;
  for (const approval of tx.of("approvals", accountId)) expireIfDue(tx, approval);
}

export function sweepAll(tx: Transaction): void {
  for (const account of [...tx.world.accounts.all()]) sweepAccount(tx, account.id);
}
