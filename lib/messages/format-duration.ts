import { formatCount } from "./format-count";
import { formatWords } from "./format-words";
import { lazily } from "./lazily";
import type { Locale, View } from "./view";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A line never ends inside a duration. */
const NO_BREAK = "\u00a0";

type Unit = "day" | "hour" | "minute" | "second";
type Piece = [amount: number, unit: Unit];

/** "2 d 5 h", "3 h 12 min", and seconds only in the last hour: "12 min 30 s". Never more than is left. */
export function formatDuration(ms: number, locale: Locale): string {
  const { units } = formatWords(locale);
  return durationPieces(ms)
    .map(([amount, unit]) => `${formatCount(amount, locale)}${NO_BREAK}${units[unit]}`)
    .join(NO_BREAK);
}

const unitFormat = lazily((locale: Locale, unit: Unit) => {
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" });
});

/** "3 hours 12 minutes", for a screen reader. */
export function spokenDuration(ms: number, locale: Locale): string {
  return durationPieces(ms)
    .map(([amount, unit]) => unitFormat(locale, unit).format(amount))
    .join(" ");
}

function durationPieces(ms: number): Piece[] {
  const left = Math.max(0, ms);
  const of = (unitMs: number, wholeMs: number) => Math.floor((left % wholeMs) / unitMs);
  const pieces: Piece[] =
    left >= DAY_MS
      ? [
          [Math.floor(left / DAY_MS), "day"],
          [of(HOUR_MS, DAY_MS), "hour"],
        ]
      : left >= HOUR_MS
        ? [
            [of(HOUR_MS, DAY_MS), "hour"],
            [of(MINUTE_MS, HOUR_MS), "minute"],
          ]
        : [
            [of(MINUTE_MS, HOUR_MS), "minute"],
            [of(SECOND_MS, MINUTE_MS), "second"],
          ];
  const shown = pieces.filter(([amount]) => amount > 0);
  return shown.length > 0 ? shown : [[0, "second"]];
}

/** "3 min ago"; without seconds once a minute has passed. */
export function formatAge(from: Date, view: Pick<View, "locale" | "now">): string {
  const words = formatWords(view.locale);
  const ms = view.now.getTime() - from.getTime();
  if (ms < 2 * SECOND_MS) return words.justNow;
  return words.ago(formatDuration(ms < MINUTE_MS ? ms : Math.floor(ms / MINUTE_MS) * MINUTE_MS, view.locale));
}

/** "in 3 h 12 min" */
export function formatIn(ms: number, locale: Locale): string {
  return formatWords(locale).inTime(formatDuration(ms, locale));
}
