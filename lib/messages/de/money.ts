import { FUND_FEE_PERCENT, percentHalfUpCents } from "@/lib/domain/fees";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Money } from "@/lib/domain/records";
import { visibleString } from "@/lib/domain/visible-text";
import type { moneyWords as english } from "../en/money";
import { formatAtLeast, formatMoney, formatMoneyRange } from "../format";

/** A figure and its sign stay on one line. */
const PERCENT = `${FUND_FEE_PERCENT.most}\u00a0%`;

type Captions = { open: string; confirmed: string; notMoved: string; named: string };

const CAPTIONS: Record<Money["kind"], Captions> = {
  charge: {
    open: "wird belastet, wenn Sie bestätigen",
    confirmed: "belastet",
    notMoved: "war angefragt; nichts wurde belastet",
    named: "der Belastung",
  },
  release: {
    open: "wird aus der Treuhand ausgezahlt, wenn Sie bestätigen",
    confirmed: "aus der Treuhand ausgezahlt",
    notMoved: "war angefragt; nichts wurde ausgezahlt",
    named: "dem Betrag der Auszahlung",
  },
  at_stake: {
    open: "in Treuhand; wird entschieden, wenn Sie bestätigen",
    confirmed: "in Treuhand, als entschieden wurde",
    notMoved: "in Treuhand; nichts wurde entschieden",
    named: "dem Betrag in Treuhand",
  },
  unknown: {
    open: "unbekannter Betrag",
    confirmed: "unbekannter Betrag",
    notMoved: "unbekannter Betrag; nichts ist geschehen",
    named: "dem Betrag",
  },
};
const REPLACED = "war angefragt, dann ersetzt";

const isEstimate = ({ sources }: Money) => sources.fee === "estimate" && sources.initiation === "estimate";

export const moneyWords: typeof english = {
  sums: { charge: "Zu belasten", release: "Auszuzahlen", atStake: "In Treuhand zu entscheiden" },
  lines: {
    amount: "Meilenstein",
    fee: `Marktplatzgebühr, ${PERCENT}`,
    initiation: "Gebühr für den Vertragsabschluss",
  },
  unknown: "unbekannt",

  figure(money, locale) {
    const { totalCents, atLeast } = money;
    if (totalCents === null) return moneyWords.unknownFigure(money);
    return formatAtLeast(formatMoney(totalCents, locale), atLeast, locale);
  },

  unknownFigure: ({ unreadable }) =>
    unreadable === null ? "unbekannt" : `unbekannt: OpenTrain nannte ${visibleString(unreadable, 80)}`,

  unknownAmount: ({ unreadable }) =>
    unreadable === null
      ? "Der Betrag ist hier unbekannt"
      : `Der Betrag ist unbekannt: OpenTrain nannte ${visibleString(unreadable, 80)}`,

  caption(money, phase) {
    const captions = CAPTIONS[money.kind];
    if (isOpenPhase(phase)) {
      return isEstimate(money) ? "geschätzte Belastung, wenn Sie bestätigen" : captions.open;
    }
    if (phase === "confirmed") {
      return isEstimate(money) ? `${captions.confirmed}, unsere Schätzung` : captions.confirmed;
    }
    return phase === "superseded" ? REPLACED : captions.notMoved;
  },

  named: (money) => (isEstimate(money) ? "der geschätzten Belastung" : CAPTIONS[money.kind].named),

  totals: {
    open: {
      charge: "Belastung",
      estimate: "Geschätzte Belastung",
      release: "Auszahlung aus der Treuhand",
      at_stake: "In Treuhand",
    },
    confirmed: {
      charge: "Belastet",
      estimate: "Belastet, unsere Schätzung",
      release: "Aus der Treuhand ausgezahlt",
      at_stake: "War in Treuhand",
    },
    asked: {
      charge: "War angefragt",
      estimate: "War angefragt, unsere Schätzung",
      release: "War angefragt",
      at_stake: "War in Treuhand",
    },
    unknown: "Gesamt",
  },
  total(money, phase) {
    if (money.kind === "unknown") return moneyWords.totals.unknown;
    const tense = isOpenPhase(phase) ? "open" : phase === "confirmed" ? "confirmed" : "asked";
    return moneyWords.totals[tense][isEstimate(money) ? "estimate" : money.kind];
  },

  fundFeePaid(money, locale) {
    if (money.amountCents === null) return "OpenTrain zeigte sie bei der Bestätigung";
    const most = formatMoney(percentHalfUpCents(money.amountCents, FUND_FEE_PERCENT.most), locale);
    return `OpenTrain zeigte sie bei der Bestätigung; hier unbekannt (${PERCENT} wären ${most})`;
  },

  fundFee(money, locale) {
    const { amountCents, feeCents } = money;
    if (feeCents !== null)
      return `Die Gebühr beträgt etwa ${formatMoney(feeCents, locale)} (unsere Schätzung)`;
    if (amountCents === null) return "OpenTrain zeigt die Gebühr, wenn Sie bestätigen";
    const most = formatMoney(percentHalfUpCents(amountCents, FUND_FEE_PERCENT.most), locale);
    return `OpenTrain zeigt die Gebühr, wenn Sie bestätigen (${PERCENT} wären ${most})`;
  },

  charge: ({ charge }, locale) =>
    formatMoneyRange(charge.minCents, charge.maxCents, locale, charge.unknownCount),
  release: ({ release }, locale) =>
    formatMoneyRange(release.cents, release.cents, locale, release.unknownCount),
  atStake: ({ atStake }, locale) =>
    formatMoneyRange(atStake.cents, atStake.cents, locale, atStake.unknownCount),

  credit(availableCents, shortfall, locale) {
    if (shortfall === null) return `Das Guthaben von ${formatMoney(availableCents, locale)} deckt es.`;
    const { minCents, maxCents, atLeast } = shortfall;
    if (maxCents === 0) return "Das Guthaben deckt jeden bekannten Betrag.";
    const range = formatMoneyRange(minCents, maxCents, locale);
    return `Am Guthaben fehlen ${formatAtLeast(range, atLeast, locale)}.`;
  },
  covers: {
    covered: "das Guthaben deckt es",
    perhaps: "das Guthaben deckt es vielleicht nicht",
    not_covered: "das Guthaben deckt es nicht",
  },
};
