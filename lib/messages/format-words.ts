import type { FormatWords } from "./en/format-words";
import type { Locale } from "./view";

const known = new Map<Locale, FormatWords>();

/** A language brings these along when it is loaded: a browser has its reader's and no other. */
export function knowFormat(locale: Locale, words: FormatWords): void {
  known.set(locale, words);
}

export function formatWords(locale: Locale): FormatWords {
  const words = known.get(locale);
  if (!words) throw new Error(`figures and times were asked for in ${locale}, which is not loaded`);
  return words;
}
