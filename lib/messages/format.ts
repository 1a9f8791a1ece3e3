import { formatWords as en, type FormatWords } from "./en/format-words";
import { lazily } from "./lazily";
import type { Locale, View } from "./view";

const WORDS: Record<Locale, FormatWords> = { en };

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const EVENING_HOUR = 18;

const moneyFormat = lazily((locale: Locale, display: "symbol" | "name") => {
  return new Intl.NumberFormat(WORDS[locale].money, {
    style: "currency",
    currency: "USD",
    currencyDisplay: display,
  });
});

/** "$504.95" */
export function formatMoney(cents: number, locale: Locale): string {
  return moneyFormat(locale, "symbol").format(cents / 100);
}

/** "504.95 US dollars", for a screen reader. */
export function spokenMoney(cents: number, locale: Locale): string {
  return moneyFormat(locale, "name").format(cents / 100);
}

/** "$754.95 to $779.95, and 1 unknown"; one figure where both ends are equal. */
export function formatMoneyRange(
  minCents: number,
  maxCents: number,
  locale: Locale,
  unknownCount = 0,
  say: (cents: number, locale: Locale) => string = formatMoney,
): string {
  const words = WORDS[locale];
  const count = formatCount(unknownCount, locale);
  if (maxCents === 0 && unknownCount > 0) return words.onlyUnknown(count);
  const least = say(minCents, locale);
  const figure = minCents === maxCents ? least : words.range(least, say(maxCents, locale));
  return unknownCount > 0 ? words.andUnknown(figure, count) : figure;
}

/** "at least $20.00" when a part of it is unknown. */
export function formatAtLeast(figure: string, atLeast: boolean, locale: Locale): string {
  return atLeast ? WORDS[locale].atLeast(figure) : figure;
}

const countFormat = lazily((locale: Locale) => new Intl.NumberFormat(WORDS[locale].money));

export function formatCount(count: number, locale: Locale): string {
  return countFormat(locale).format(count);
}

const pluralRules = lazily((locale: Locale) => new Intl.PluralRules(locale));

/** The form of a counted word; `other` stands in for every form that is not given. */
export function pluralOf<T>(
  count: number,
  forms: { other: T } & Partial<Record<Intl.LDMLPluralRule, T>>,
  locale: Locale,
): T {
  return forms[pluralRules(locale).select(count)] ?? forms.other;
}

const listFormat = lazily((locale: Locale) => new Intl.ListFormat(locale, { type: "conjunction" }));

/** "a, b, and c" */
export function formatList(items: readonly string[], locale: Locale): string {
  return listFormat(locale).format(items);
}

type Unit = "day" | "hour" | "minute" | "second";
type Piece = [amount: number, unit: Unit];

/** "2 d 5 h", "3 h 12 min", and seconds only in the last hour: "12 min 30 s". Never more than is left. */
export function formatDuration(ms: number, locale: Locale): string {
  const { units } = WORDS[locale];
  return durationPieces(ms)
    .map(([amount, unit]) => `${formatCount(amount, locale)} ${units[unit]}`)
    .join(" ");
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
  const words = WORDS[view.locale];
  const ms = view.now.getTime() - from.getTime();
  if (ms < 2 * SECOND_MS) return words.justNow;
  return words.ago(formatDuration(ms < MINUTE_MS ? ms : Math.floor(ms / MINUTE_MS) * MINUTE_MS, view.locale));
}

/** "in 3 h 12 min" */
export function formatIn(ms: number, locale: Locale): string {
  return WORDS[locale].inTime(formatDuration(ms, locale));
}

const partsFormat = lazily((locale: Locale, timeZone: string) => {
  return new Intl.DateTimeFormat(WORDS[locale].dates, {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
});

type Clock = { weekday: string; day: string; month: string; year: string; hour: string; minute: string };

function clockOf(date: Date, timeZone: string, locale: Locale): Clock {
  const clock: Clock = { weekday: "", day: "", month: "", year: "", hour: "", minute: "" };
  for (const { type, value } of partsFormat(locale, timeZone).formatToParts(date)) {
    if (type in clock) clock[type as keyof Clock] = value;
  }
  return clock;
}

const zoneFormat = lazily((named: string, timeZone: string) => {
  return new Intl.DateTimeFormat(named, { timeZone, timeZoneName: "short" });
});

/** "CET", "EST"; "GMT+4" where a zone has no short name. */
export function zoneName(date: Date, timeZone: string, locale: Locale): string {
  const names = WORDS[locale].zones.map(
    (named) =>
      zoneFormat(named, timeZone)
        .formatToParts(date)
        .find(({ type }) => type === "timeZoneName")?.value ?? "",
  );
  return names.find((name) => name !== "" && !/^(GMT|UTC)[+\-−]/.test(name)) ?? names[0] ?? timeZone;
}

/** "Sun 22 Nov, 09:00 CET"; with its year when `now` lies in another one. */
export function formatInstant(date: Date, timeZone: string, locale: Locale, now: Date = date): string {
  const words = WORDS[locale];
  const clock = clockOf(date, timeZone, locale);
  const year = clockOf(now, timeZone, locale).year === clock.year ? null : clock.year;
  return words.instant(words.day({ ...clock, year }), timeOf(clock), zoneName(date, timeZone, locale));
}

/** "today at 14:12", "tonight at 21:40", "tomorrow at 09:00"; else "Sun 22 Nov, 09:00". Zone named elsewhere. */
export function formatWhen(date: Date, { locale, timeZone, now }: View): string {
  const words = WORDS[locale];
  const clock = clockOf(date, timeZone, locale);
  const time = timeOf(clock);
  switch (daysBetween(now, date, timeZone)) {
    case -1:
      return words.near.yesterday(time);
    case 0:
      return Number(clock.hour) >= EVENING_HOUR ? words.near.tonight(time) : words.near.today(time);
    case 1:
      return words.near.tomorrow(time);
    default: {
      const year = clockOf(now, timeZone, locale).year === clock.year ? null : clock.year;
      return words.near.other(words.day({ ...clock, year }), time);
    }
  }
}

/** "lapses tonight at 21:40"; afterwards "its time ran out tonight at 21:40". */
export function lapsesAt(expiresAt: Date, view: View): string {
  const words = WORDS[view.locale];
  const when = formatWhen(expiresAt, view);
  return expiresAt <= view.now ? words.ranOut(when) : words.lapses(when);
}

/** A due date: "15 Jul 2026". What is no plain date or midnight UTC stays as it was said. */
export function formatDay(text: string, locale: Locale): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T00:00:00(?:\.0+)?Z)?$/.exec(text);
  const date = new Date(`${match?.[1] ?? ""}T00:00:00Z`);
  return match && !Number.isNaN(date.getTime()) ? WORDS[locale].plainDay(clockOf(date, "UTC", locale)) : text;
}

function timeOf({ hour, minute }: Clock): string {
  return `${hour}:${minute}`;
}

/** Sweden writes 2026-11-22. */
const isoDay = lazily((timeZone: string) => new Intl.DateTimeFormat("sv-SE", { timeZone }));

/** Calendar days in the zone, so that a change of summer time cannot shift them. */
function daysBetween(from: Date, to: Date, timeZone: string): number {
  const dayNumber = (date: Date) => Date.parse(isoDay(timeZone).format(date)) / DAY_MS;
  return dayNumber(to) - dayNumber(from);
}
