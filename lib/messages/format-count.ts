import { formatWords } from "./format-words";
import { lazily } from "./lazily";
import type { Locale } from "./view";

const countFormat = lazily((locale: Locale) => new Intl.NumberFormat(formatWords(locale).money));

export function formatCount(count: number, locale: Locale): string {
  return countFormat(locale).format(count);
}
