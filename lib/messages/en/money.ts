import type { Cover, Shortfall } from "@/lib/domain/credits";
import { FUND_FEE_PERCENT, percentHalfUpCents } from "@/lib/domain/fees";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Money, Phase, Sums } from "@/lib/domain/records";
import { visibleString } from "@/lib/domain/visible-text";
import { formatAtLeast, formatMoney, formatMoneyRange } from "../format";
import type { Locale } from "../view";

const CAPTIONS: Record<Money["kind"], [open: string, settled: string]> = {
  charge: ["to be charged if you confirm", "charge"],
  release: ["leaves escrow if you confirm", "from escrow"],
  at_stake: ["in escrow, decided on when you confirm", "in escrow when it was decided"],
  unknown: ["unknown amount", "unknown amount"],
};

/** The words beside figures. */
export const moneyWords = {
  sums: { charge: "To charge", release: "Leaves escrow", atStake: "Escrow to decide" },
  lines: {
    amount: "Milestone",
    fee: `Marketplace fee, ${FUND_FEE_PERCENT.most} %`,
    initiation: "Contract initiation fee",
    estimatedCharge: "Estimated charge",
    release: "From escrow",
    atStake: "In escrow",
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
    const [open, settled] = CAPTIONS[money.kind];
    const isEstimate = money.sources.fee === "estimate" && money.sources.initiation === "estimate";
    const text = isOpenPhase(phase) ? open : settled;
    return isEstimate ? `estimated charge${isOpenPhase(phase) ? " if you confirm" : ""}` : text;
  },

  fundFee(money: Money, locale: Locale): string {
    const { amountCents, feeCents } = money;
    if (feeCents !== null) return `The fee is about ${formatMoney(feeCents, locale)} (our estimate)`;
    if (amountCents === null) return "OpenTrain shows the fee when you confirm";
    const most = formatMoney(percentHalfUpCents(amountCents, FUND_FEE_PERCENT.most), locale);
    return `OpenTrain shows the fee when you confirm (${FUND_FEE_PERCENT.most} % would be ${most})`;
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
