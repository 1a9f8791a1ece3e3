import { formatAtLeast, formatMoney, formatMoneyRange, spokenMoney } from "@/lib/messages/format";
import type { KeptAmount } from "../kept";
import { make } from "./make";
import type { View } from "./view";

/** Both ends of it, and "at least" where a part is unknown; said in words to a screen reader. */
export function amountOf(amount: KeptAmount, { words, locale }: View): HTMLElement {
  const { totalCents, maxTotalCents, atLeast, isWithheld } = amount;
  if (isWithheld) return make("span", { class: "faint" }, words.amount.withheld);
  if (totalCents === null) return make("span", { class: "faint" }, words.amount.unknown);
  const say = (of: typeof formatMoney) =>
    formatAtLeast(formatMoneyRange(totalCents, maxTotalCents ?? totalCents, locale, 0, of), atLeast, locale);
  return make(
    "span",
    {},
    make("span", { "aria-hidden": "true" }, say(formatMoney)),
    make("span", { class: "unseen" }, say(spokenMoney)),
  );
}
