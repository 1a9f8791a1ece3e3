import { LANGUAGES, type Language, USUAL } from "@/lib/domain/locale";
import { OFFLINE_WORDS, type OfflineWords } from "@/lib/messages/offline-words";

/** As the person chose when the list was kept, else as the browser says. */
export function wordsFor(...wished: (string | undefined)[]): { locale: Language; words: OfflineWords } {
  const found = wished.map((wish) => LANGUAGES.find((language) => wish?.split("-")[0] === language));
  const locale = found.find((language) => language !== undefined) ?? USUAL;
  return { locale, words: OFFLINE_WORDS[locale] };
}
