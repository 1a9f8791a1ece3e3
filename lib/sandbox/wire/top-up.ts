import { iso, isoOrNull } from "../clock";
import { CHECKOUT_PATH } from "../guesses";
import { dollarsFromCents } from "../money/cents";
import type { TopUp } from "../state/shapes";

export function topUpOut(topUp: TopUp) {
  return {
    id: topUp.id,
    status: topUp.status,
    amountCents: topUp.amountCents,
    createdAt: iso(topUp.createdAt),
    completedAt: isoOrNull(topUp.completedAt),
    expiresAt: iso(topUp.expiresAt),
  };
}

export function createdTopUpOut(topUp: TopUp, origin: string) {
  return {
    topUpId: topUp.id,
    checkoutUrl: `${origin}${CHECKOUT_PATH}/${encodeURIComponent(topUp.id)}`,
    expiresAt: iso(topUp.expiresAt),
    topUp: topUpOut(topUp),
    message: `A human has to pay $${dollarsFromCents(topUp.amountCents)} at the checkout before the credits arrive.`,
  };
}
