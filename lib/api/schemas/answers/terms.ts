import type { Money, Terms } from "@/lib/api/types";
import type { Money as MoneyRecord, Terms as TermsRecord } from "@/lib/domain/records";

/** Field by field: what the database keeps beside them stays there. */
export function termsJson(terms: TermsRecord | null): Terms | null {
  if (terms === null) return null;
  const { name, description, amountCents, dueDate } = terms;
  return { name, description, amountCents, dueDate };
}

export function moneyJson(money: MoneyRecord): Money {
  const { amount, fee, initiation } = money.sources;
  return {
    kind: money.kind,
    currency: money.currency,
    amountCents: money.amountCents,
    feeCents: money.feeCents,
    initiationCents: money.initiationCents,
    totalCents: money.totalCents,
    maxTotalCents: money.maxTotalCents,
    atLeast: money.atLeast,
    unreadable: money.unreadable,
    sources: { amount, fee, initiation },
  };
}
