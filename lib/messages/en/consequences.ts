import type { SentenceKey, SentenceValues } from "@/lib/domain/consequences";
import { visibleString } from "@/lib/domain/visible-text";
import { formatIn, formatInstant, formatMoney } from "../format";
import type { View } from "../view";
import { moneyWords } from "./money";

/** `text` stands alone under its lead; `sentence` is both as prose. */
export type Spoken = { lead: string | null; text: string; sentence: string };
type Say = (values: SentenceValues, view: View) => { lead: string | null; text: string };

const who = ({ who }: SentenceValues) => (who === null ? "the freelancer" : visibleString(who, 80));
const what = ({ what }: SentenceValues) => (what === null ? "the milestone" : `“${visibleString(what, 80)}”`);
const money = (cents: number, view: View) => formatMoney(cents, view.locale);

/** A masked name ends in a full stop of its own. */
const ended = (text: string) => (text.endsWith(".") ? text : `${text}.`);

/** What comes true only if it can still be confirmed at all. */
function confirm(say: (values: SentenceValues, view: View) => string): Say {
  return (values, view) => {
    const text = say(values, view);
    if (values.open === "past_due") {
      return {
        lead: "If you confirm now",
        text: `OpenTrain may no longer take it, since its time is up. If it does, ${text}`,
      };
    }
    if (values.open === "unreadable") {
      return {
        lead: "If you confirm",
        text: `whether it is still open could not be read; OpenTrain’s page shows it. If it is, ${text}`,
      };
    }
    return { lead: "If you confirm", text };
  };
}

function decline(text: string | ((values: SentenceValues) => string)): Say {
  return (values) => ({
    lead: "If you decline",
    text: `${typeof text === "string" ? text : text(values)} and this request is closed for good.`,
  });
}

/** What happened, in the past tense; a settled request has no choices left. */
function settled(say: (values: SentenceValues, view: View) => string): Say {
  return (values, view) => {
    const at = values.settledAt
      ? ` on ${formatInstant(values.settledAt, view.timeZone, view.locale, view.now)}`
      : "";
    const flag = values.replacedButConfirmed
      ? " It had been replaced by a newer request before it was confirmed."
      : "";
    return { lead: null, text: `It was confirmed on OpenTrain${at}: ${say(values, view)}${flag}` };
  };
}

const says: Record<SentenceKey, Say> = {
  "confirm.hire": confirm((values, view) => {
    const { amountCents, feeCents, initiationCents, totalCents, unreadable } = values.money;
    const start = `OpenTrain hires ${who(values)}, creates the contract and charges`;
    if (amountCents === null || totalCents === null) {
      const why =
        unreadable === null
          ? "The amount is unknown here"
          : `The amount is unknown: the request said ${visibleString(unreadable)}`;
      return `${start} the first milestone and its fees. ${why}; OpenTrain shows it before you confirm. You choose card or credit there.`;
    }
    const fees = money((feeCents ?? 0) + (initiationCents ?? 0), view);
    return `${start} about ${money(totalCents, view)}: ${money(amountCents, view)} into escrow and ${fees} in fees (our estimate). You choose card or credit there.`;
  }),
  "confirm.fund": confirm((values, view) => {
    const { amountCents } = values.money;
    if (amountCents === null) {
      return `OpenTrain charges the amount of ${what(values)} and holds it in escrow. ${moneyWords.unknownAmount(values.money)}; OpenTrain shows it before you confirm. You choose card or credit there.`;
    }
    return `OpenTrain charges ${money(amountCents, view)} and holds it in escrow for ${what(values)}. ${moneyWords.fundFee(values.money, view.locale)}. You choose card or credit there.`;
  }),
  "confirm.release": confirm((values, view) => {
    const { amountCents } = values.money;
    const start =
      amountCents === null
        ? `${ended(`the money held for ${what(values)} leaves escrow and is paid to ${who(values)}`)} ${ended(moneyWords.unknownAmount(values.money))}`
        : `${money(amountCents, view)} leaves escrow and is paid to ${who(values)} for ${what(values)}.`;
    return `${start} Released money cannot be taken back.`;
  }),
  "confirm.end": confirm((values, view) => {
    const { totalCents, atLeast } = values.money;
    const stake =
      totalCents === null
        ? "The amount in escrow is unknown here. Whether it is released or refunded is decided on OpenTrain’s page."
        : `${atLeast ? "At least " : ""}${money(totalCents, view)} in escrow is at stake: whether it is released or refunded is decided on OpenTrain’s page.`;
    const contract = values.contract === null ? "the contract" : `“${visibleString(values.contract, 80)}”`;
    const party = values.who === null ? "" : ` with ${who(values)}`;
    return `${ended(`OpenTrain ends ${contract}${party}`)} ${stake}`;
  }),
  "confirm.unknown": confirm(
    () =>
      "OpenTrain does what its page says. This version does not know this kind of request, so its cost is unknown.",
  ),

  "decline.hire": decline("nothing happens"),
  "decline.fund": decline((values) => `nothing is charged, ${what(values)} stays unfunded`),
  "decline.release": decline("the money stays in escrow"),
  "decline.end": decline("the contract goes on, its escrow stays as it is"),
  "decline.unknown": decline("what was asked does not happen"),

  nobody: (values, view) => {
    const { deadline, leftMs, open } = values;
    if (open === "past_due" || leftMs === 0) {
      return {
        lead: "If nobody acts",
        text: "it lapses as soon as OpenTrain says so, and the agent has to ask again.",
      };
    }
    if (deadline === null || leftMs === null) {
      return {
        lead: "If nobody acts",
        text: "it lapses when its time is up, and the agent has to ask again. Its deadline could not be read.",
      };
    }
    const by = formatInstant(deadline, view.timeZone, view.locale, view.now);
    return {
      lead: `If nobody acts by ${by} (${formatIn(leftMs, view.locale)})`,
      text: "it lapses and the agent has to ask again.",
    };
  },

  "confirmed.hire": settled((values, view) => {
    const { amountCents, sources } = values.money;
    const asked = amountCents === null ? "" : ` (asked for: ${money(amountCents, view)})`;
    const isRead = amountCents !== null && sources.amount === "opentrain";
    const escrow = isRead ? money(amountCents, view) : `the first milestone${asked}`;
    return `OpenTrain hired ${who(values)}, created the contract and put ${escrow} into escrow.`;
  }),
  "confirmed.fund": settled((values, view) => {
    const { amountCents } = values.money;
    const amount = amountCents === null ? "its amount" : money(amountCents, view);
    return `OpenTrain charged ${amount} and holds it in escrow for ${what(values)}.`;
  }),
  "confirmed.release": settled((values, view) => {
    const { amountCents } = values.money;
    const amount = amountCents === null ? "The money" : money(amountCents, view);
    return `${amountCents === null ? "the money" : amount} left escrow for ${who(values)}, for ${what(values)}.`;
  }),
  "confirmed.end": settled((values) => {
    const party = values.who === null ? "" : ` with ${who(values)}`;
    return `OpenTrain ended the contract${party} and settled what was in escrow.`;
  }),
  "confirmed.unknown": settled(() => "OpenTrain did what its page said."),

  declined: (values, view) => ({
    lead: null,
    text: `It was declined on OpenTrain${on(values, view)}. Nothing happened, and this request is closed for good.`,
  }),
  lapsed: (values, view) => ({
    lead: null,
    text: `It lapsed${on(values, view)}: nobody decided in time. Nothing happened; the agent has to ask again.`,
  }),
  superseded: () => ({
    lead: null,
    text: "A newer request replaced it, so it is in no sum. Decide on the newer one; what OpenTrain does if this one is confirmed is not documented.",
  }),
};

function on({ settledAt }: SentenceValues, view: View): string {
  return settledAt ? ` on ${formatInstant(settledAt, view.timeZone, view.locale, view.now)}` : "";
}

export function consequences(
  { key, values }: { key: SentenceKey; values: SentenceValues },
  view: View,
): Spoken {
  const { lead, text } = says[key](values, view);
  const standing = text.charAt(0).toUpperCase() + text.slice(1);
  return { lead, text: standing, sentence: lead === null ? standing : `${lead}, ${text}` };
}
