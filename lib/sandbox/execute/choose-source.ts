import type { Charge } from "../money/fees";
import { canPay, paymentRequired } from "../money/pay";
import type { Account, PaySource } from "../state/shapes";

/** Without a choice the card pays, if there is one. */
export function chooseSource(
  account: Account,
  charge: Charge,
  choice: { payWith: PaySource | undefined; origin: string },
): PaySource {
  const payWith = choice.payWith ?? (account.card ? "card" : "credits");
  if (!canPay(account, charge, payWith)) throw paymentRequired(choice.origin);
  return payWith;
}
