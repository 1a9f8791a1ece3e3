import { lazily } from "./lazily";
import type { Locale } from "./view";
import { WORDS } from "./words-of-format";

const countFormat = lazily((locale: Locale) => new Intl.NumberFormat(WORDS[locale].money));

export function formatCount(count: number, locale: Locale): string {
  return countFormat(locale).format(count);
}
