import { formatWords } from "./format-words";
import { lazily } from "./lazily";
import type { Locale } from "./view";

const countFormat = lazily((locale: Locale) => new Intl.NumberFormat(formatWords(locale).money));

export function formatCount(count: number, locale: Locale): string {
  return countFormat(locale).format(count);
}

const volumeFormat = lazily((locale: Locale) => {
  return new Intl.NumberFormat(formatWords(locale).money, { maximumFractionDigits: 4 });
});

/** "1,562.5": a decimal text of OpenTrain's, with no more places than it gives. */
export function formatVolume(text: string, locale: Locale): string {
  const volume = Number(text);
  return Number.isFinite(volume) ? volumeFormat(locale).format(volume) : text;
}
