import { formatWords } from "./format-words";
import { lazily } from "./lazily";
import type { Locale } from "./view";

const monthFormat = lazily((locale: Locale) => {
  return new Intl.DateTimeFormat(formatWords(locale).dates, {
    timeZone: "UTC",
    month: "long",
    year: "numeric",
  });
});

/** A month of the reader's calendar, "2026-11": "November 2026". */
export function formatMonth(month: string, locale: Locale): string {
  return monthFormat(locale).format(new Date(`${month}-01T00:00:00Z`));
}

const timeFormat = lazily((timeZone: string) => {
  return new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
});

/** "09:05", by the clock of a zone. */
export function formatTime(date: Date, timeZone: string): string {
  return timeFormat(timeZone).format(date);
}
