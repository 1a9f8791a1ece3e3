import { conflict, Refusal } from "../refusal";
import type { TopUp } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { topUp } from "./top-up";

/** Like an approval, a pending one past its time expires when it is next looked at. */
export function findTopUp(tx: Transaction, accountId: string, topUpId: string): TopUp {
  const found = tx.get("topUps", topUpId);
  if (!found || found.accountId !== accountId) {
    throw new Refusal("NOT_FOUND", "No such top-up.", { resource: "credit-top-ups", topUpId });
  }
  const due = found.status === "PENDING" && tx.now(accountId) >= found.expiresAt;
  return due ? tx.put("topUps", { ...found, status: "EXPIRED" }) : found;
}

/** The human paid at the checkout: the credits arrive, once. */
export function completeTopUp(tx: Transaction, accountId: string, topUpId: string): TopUp {
  const pending = mustBePending(tx, accountId, topUpId);
  topUp(tx, accountId, pending.amountCents, topUpId);
  return tx.put("topUps", { ...pending, status: "COMPLETED", completedAt: tx.now(accountId) });
}

export function cancelTopUp(tx: Transaction, accountId: string, topUpId: string): TopUp {
  return tx.put("topUps", { ...mustBePending(tx, accountId, topUpId), status: "CANCELED" });
}

function mustBePending(tx: Transaction, accountId: string, topUpId: string): TopUp {
  const found = findTopUp(tx, accountId, topUpId);
  if (found.status === "PENDING") return found;
  throw conflict("top_up_not_pending", `This top-up is ${found.status}.`, { status: found.status });
}
