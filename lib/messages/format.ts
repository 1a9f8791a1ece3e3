import { calendarDay } from "@/lib/domain/calendar-day";
import { formatCount } from "./format-count";
import { formatWords } from "./format-words";
import { lazily } from "./lazily";
import type { Locale, View } from "./view";

export { formatAge, formatDuration, formatIn, spokenDuration } from "./format-duration";

const DAY_MS = 24 * 60 * 60 * 1000;
const EVENING_HOUR = 18;

const moneyFormat = lazily((locale: Locale, display: "symbol" | "name") => {
  return new Intl.NumberFormat(formatWords(locale).money, {
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
  const words = formatWords(locale);
  const count = formatCount(unknownCount, locale);
  if (maxCents === 0 && unknownCount > 0) return words.onlyUnknown(count);
  const least = say(minCents, locale);
  const figure = minCents === maxCents ? least : words.range(least, say(maxCents, locale));
  return unknownCount > 0 ? words.andUnknown(figure, count) : figure;
}

/** "at least $20.00" when a part of it is unknown. */
export function formatAtLeast(figure: string, atLeast: boolean, locale: Locale): string {
  return atLeast ? formatWords(locale).atLeast(figure) : figure;
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

const partsFormat = lazily((locale: Locale, timeZone: string) => {
  return new Intl.DateTimeFormat(formatWords(locale).dates, {
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
  const names = formatWords(locale).zones.map(
    (named) =>
      zoneFormat(named, timeZone)
        .formatToParts(date)
        .find(({ type }) => type === "timeZoneName")?.value ?? "",
  );
  return names.find((name) => name !== "" && !/^(GMT|UTC)[+\-−]/.test(name)) ?? names[0] ?? timeZone;
}

/** "Sun 22 Nov, 09:00 CET"; with its year when `now` lies in another one. */
export function formatInstant(date: Date, timeZone: string, locale: Locale, now: Date = date): string {
  const words = formatWords(locale);
  const clock = clockOf(date, timeZone, locale);
  const year = clockOf(now, timeZone, locale).year === clock.year ? null : clock.year;
  return words.instant(words.day({ ...clock, year }), timeOf(clock), zoneName(date, timeZone, locale));
}

/** "today at 14:12", "tonight at 21:40", "tomorrow at 09:00"; else "Sun 22 Nov, 09:00". Zone named elsewhere. */
export function formatWhen(date: Date, { locale, timeZone, now }: View): string {
  const words = formatWords(locale);
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

/** "Sun 22 Nov", the day alone; with its year when `now` lies in another one. */
export function formatDate(date: Date, { locale, timeZone, now }: View): string {
  const clock = clockOf(date, timeZone, locale);
  const year = clockOf(now, timeZone, locale).year === clock.year ? null : clock.year;
  return formatWords(locale).day({ ...clock, year });
}

/** "14:12", the time alone. */
export function formatClock(date: Date, timeZone: string, locale: Locale): string {
  return timeOf(clockOf(date, timeZone, locale));
}

/** "lapses tonight at 21:40"; afterwards "its time ran out tonight at 21:40". */
export function lapsesAt(expiresAt: Date, view: View): string {
  const words = formatWords(view.locale);
  const when = formatWhen(expiresAt, view);
  return expiresAt <= view.now ? words.ranOut(when) : words.lapses(when);
}

/** A due date: "15 Jul 2026". What is no plain date or midnight UTC stays as it was said. */
export function formatDay(text: string, locale: Locale): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T00:00:00(?:\.0+)?Z)?$/.exec(text);
  const date = new Date(`${match?.[1] ?? ""}T00:00:00Z`);
  return match && !Number.isNaN(date.getTime())
    ? formatWords(locale).plainDay(clockOf(date, "UTC", locale))
    : text;
}

/** A day of the reader's calendar, "2026-11-13": "Fri 13 Nov"; with its year when `today` lies in another one. */
export function formatCalendarDay(day: string, locale: Locale, today: string): string {
  const clock = clockOf(new Date(`${day}T00:00:00Z`), "UTC", locale);
  return formatWords(locale).day({
    ...clock,
    year: day.slice(0, 4) === today.slice(0, 4) ? null : clock.year,
  });
}

function timeOf({ hour, minute }: Clock): string {
  return `${hour}:${minute}`;
}

/** Calendar days in the zone, so that a change of summer time cannot shift them. */
function daysBetween(from: Date, to: Date, timeZone: string): number {
  const dayNumber = (date: Date) => Date.parse(calendarDay(date, timeZone)) / DAY_MS;
  return dayNumber(to) - dayNumber(from);
}
