import { type OfflineWords, offline } from "@/lib/messages/en/offline";
import type { Locale } from "@/lib/messages/view";

const CATALOGUES: Record<Locale, OfflineWords> = { en: offline };

/** As the person chose when the list was kept, else as the browser says. */
export function wordsFor(...wished: (string | null | undefined)[]): { locale: Locale; words: OfflineWords } {
  const known = Object.keys(CATALOGUES) as Locale[];
  const found = wished.map((wish) => known.find((locale) => wish?.split("-")[0] === locale));
  const locale = found.find((one) => one !== undefined) ?? "en";
  return { locale, words: CATALOGUES[locale] };
}
