import { TOP_UP_LIFE_MS } from "../guesses";
import { centsFromDollars } from "../money/cents";
import { badField } from "../refusal";
import type { TopUp } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { isObject } from "./hire-terms";

const MIN_CENTS = 10_00;
const MAX_CENTS = 10_000_00;

/** `amount` is taken as well; where both are sent, the documented name counts. */
export function parseTopUpCents(body: unknown): number {
  const { amountUsd, amount } = isObject(body) ? body : {};
  const dollars = amountUsd ?? amount;
  const cents = typeof dollars === "number" ? centsFromDollars(dollars) : undefined;
  if (cents === undefined || cents < MIN_CENTS || cents > MAX_CENTS) throw badField("amountUsd");
  return cents;
}

/** Charges nothing: a human has to pay at the checkout. Asked twice, there are two. */
export function createTopUp(tx: Transaction, accountId: string, amountCents: number): TopUp {
  const now = tx.now(accountId);
  return tx.put("topUps", {
    id: tx.newId(accountId, "topup"),
    accountId,
    status: "PENDING",
    amountCents,
    createdAt: now,
    completedAt: null,
    expiresAt: now + TOP_UP_LIFE_MS,
  });
}
