import type { Cover, Shortfall } from "@/lib/domain/credits";
import { FUND_FEE_PERCENT, percentHalfUpCents } from "@/lib/domain/fees";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Money, Phase, Sums } from "@/lib/domain/records";
import { visibleString } from "@/lib/domain/visible-text";
import { formatAtLeast, formatMoney, formatMoneyRange } from "../format";
import type { Locale } from "../view";

/** A figure and its sign stay on one line. */
const PERCENT = `${FUND_FEE_PERCENT.most}\u00a0%`;

type Captions = { open: string; confirmed: string; notMoved: string; named: string };

const CAPTIONS: Record<Money["kind"], Captions> = {
  charge: {
    open: "charged if you confirm",
    confirmed: "charged",
    notMoved: "was asked; nothing was charged",
    named: "the charge",
  },
  release: {
    open: "leaves escrow if you confirm",
    confirmed: "left escrow",
    notMoved: "was asked; nothing left escrow",
    named: "what leaves escrow",
  },
  at_stake: {
    open: "in escrow, decided on when you confirm",
    confirmed: "in escrow when it was decided",
    notMoved: "in escrow; nothing was decided",
    named: "what is in escrow",
  },
  unknown: {
    open: "unknown amount",
    confirmed: "unknown amount",
    notMoved: "unknown amount; nothing happened",
    named: "the amount",
  },
};
const REPLACED = "was asked, then replaced";

const isEstimate = ({ sources }: Money) => sources.fee === "estimate" && sources.initiation === "estimate";

/** The words beside figures. */
export const moneyWords = {
  sums: { charge: "To charge", release: "Leaves escrow", atStake: "Escrow to decide" },
  lines: {
    amount: "Milestone",
    fee: `Marketplace fee, ${PERCENT}`,
    initiation: "Contract initiation fee",
  },
  unknown: "unknown",

  /** The one big figure: "$504.95", "$250.00", "at least $450.00", "unknown: OpenTrain said 450.005". */
  figure(money: Money, locale: Locale): string {
    const { totalCents, atLeast } = money;
    if (totalCents === null) return moneyWords.unknownFigure(money);
    return formatAtLeast(formatMoney(totalCents, locale), atLeast, locale);
  },

  unknownFigure({ unreadable }: Money): string {
    return unreadable === null ? "unknown" : `unknown: OpenTrain said ${visibleString(unreadable, 80)}`;
  },

  unknownAmount({ unreadable }: Money): string {
    return unreadable === null
      ? "The amount is unknown here"
      : `The amount is unknown: OpenTrain said ${visibleString(unreadable, 80)}`;
  },

  caption(money: Money, phase: Phase): string {
    const captions = CAPTIONS[money.kind];
    if (isOpenPhase(phase)) return isEstimate(money) ? "estimated charge if you confirm" : captions.open;
    if (phase === "confirmed") {
      return isEstimate(money) ? `${captions.confirmed}, our estimate` : captions.confirmed;
    }
    return phase === "superseded" ? REPLACED : captions.notMoved;
  },

  /** The figure as a noun: "differs from the charge, $250.00". */
  named: (money: Money) => (isEstimate(money) ? "the estimated charge" : CAPTIONS[money.kind].named),

  /** The last line under a request's money. */
  totals: {
    open: { charge: "Charge", estimate: "Estimated charge", release: "Leaves escrow", at_stake: "In escrow" },
    confirmed: {
      charge: "Charged",
      estimate: "Charged, our estimate",
      release: "Left escrow",
      at_stake: "Was in escrow",
    },
    asked: {
      charge: "Was asked",
      estimate: "Was asked, our estimate",
      release: "Was asked",
      at_stake: "Was in escrow",
    },
    unknown: "Total",
  },
  total(money: Money, phase: Phase): string {
    if (money.kind === "unknown") return moneyWords.totals.unknown;
    const tense = isOpenPhase(phase) ? "open" : phase === "confirmed" ? "confirmed" : "asked";
    return moneyWords.totals[tense][isEstimate(money) ? "estimate" : money.kind];
  },

  /** After it was confirmed OpenTrain has charged it; what it was is not in its answer. */
  fundFeePaid(money: Money, locale: Locale): string {
    if (money.amountCents === null) return "OpenTrain showed it when it was confirmed";
    const most = formatMoney(percentHalfUpCents(money.amountCents, FUND_FEE_PERCENT.most), locale);
    return `OpenTrain showed it when it was confirmed; not known here (${PERCENT} would be ${most})`;
  },

  fundFee(money: Money, locale: Locale): string {
    const { amountCents, feeCents } = money;
    if (feeCents !== null) return `The fee is about ${formatMoney(feeCents, locale)} (our estimate)`;
    if (amountCents === null) return "OpenTrain shows the fee when you confirm";
    const most = formatMoney(percentHalfUpCents(amountCents, FUND_FEE_PERCENT.most), locale);
    return `OpenTrain shows the fee when you confirm (${PERCENT} would be ${most})`;
  },

  charge: ({ charge }: Sums, locale: Locale) =>
    formatMoneyRange(charge.minCents, charge.maxCents, locale, charge.unknownCount),
  release: ({ release }: Sums, locale: Locale) =>
    formatMoneyRange(release.cents, release.cents, locale, release.unknownCount),
  atStake: ({ atStake }: Sums, locale: Locale) =>
    formatMoneyRange(atStake.cents, atStake.cents, locale, atStake.unknownCount),

  /** Informs only: a card can pay as well. */
  credit(availableCents: number, shortfall: Shortfall | null, locale: Locale): string {
    if (shortfall === null) return `${formatMoney(availableCents, locale)} of credit covers it.`;
    const { minCents, maxCents, atLeast } = shortfall;
    if (maxCents === 0) return "Credit covers every amount that is known.";
    const range = formatMoneyRange(minCents, maxCents, locale);
    return `Credit is short by ${formatAtLeast(range, atLeast, locale)}.`;
  },
  covers: {
    covered: "credit covers it",
    perhaps: "credit may not cover it",
    not_covered: "credit does not cover it",
  } satisfies Record<Cover, string>,
};
