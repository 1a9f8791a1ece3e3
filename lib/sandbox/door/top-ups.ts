import { cancelTopUp, completeTopUp } from "../money/settle-top-up";
import { Refusal } from "../refusal";
import type { TopUp } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { topUpOut } from "../wire/top-up";
import { readFields } from "./read-fields";

/** What happens at the checkout: the human pays, or leaves. */
export function payTopUpByDoor(tx: Transaction, topUpId: string, body: unknown) {
  readFields(body, []);
  const { accountId } = findAny(tx, topUpId);
  return { topUp: topUpOut(completeTopUp(tx, accountId, topUpId)) };
}

export function cancelTopUpByDoor(tx: Transaction, topUpId: string, body: unknown) {
  readFields(body, []);
  const { accountId } = findAny(tx, topUpId);
  return { topUp: topUpOut(cancelTopUp(tx, accountId, topUpId)) };
}

function findAny(tx: Transaction, topUpId: string): TopUp {
  const found = tx.get("topUps", topUpId);
  if (found) return found;
  throw new Refusal("NOT_FOUND", "No such top-up.", { resource: "credit-top-ups", topUpId });
}
