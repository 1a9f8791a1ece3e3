import { BILLING_PATH, CAPTURE_SIGN } from "../guesses";
import { newId } from "../ids";
import { conflict, type Refusal } from "../refusal";
import type { Account, PaySource } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import type { Charge } from "./fees";
import { type LedgerRefs, writeLedger } from "./write-ledger";

type Payment = { payWith: PaySource; holdEntryId: string | null; paymentIntentId: string | null };

export function canPay(account: Account, charge: Charge, payWith: PaySource): boolean {
  return payWith === "card" ? account.card : account.availableCents >= charge.totalCents;
}

export function paymentRequired(origin: string): Refusal {
  return conflict(
    "payment_method_required",
    "No payment method is on file and the credit balance does not cover the charge.",
    { billingUrl: `${origin}${BILLING_PATH}` },
  );
}

/** The escrow is held, the fees are taken at once. The caller has asked `canPay`. */
export function pay(
  tx: Transaction,
  accountId: string,
  charge: Charge,
  payWith: PaySource,
  refs: LedgerRefs,
): Payment {
  const account = tx.account(accountId);
  const fees = charge.feeCents + charge.initiationCents;
  const books = { ...account.books, feesCents: account.books.feesCents + fees };
  if (payWith === "card") {
    books.cardChargedCents += charge.totalCents;
    tx.put("accounts", { ...account, books });
    return { payWith, holdEntryId: null, paymentIntentId: newId("pi") };
  }
  tx.put("accounts", {
    ...account,
    books,
    availableCents: account.availableCents - charge.totalCents,
    reservedCents: account.reservedCents + charge.amountCents,
  });
  const hold = writeLedger(tx, accountId, "HOLD", -charge.totalCents, refs);
  if (fees > 0) {
    const note = "Fees";
    writeLedger(tx, accountId, "CAPTURE", CAPTURE_SIGN * fees, { ...refs, holdEntryId: hold.id, note });
  }
  return { payWith, holdEntryId: hold.id, paymentIntentId: null };
}
