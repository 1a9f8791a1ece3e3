import { formatWords as en, type FormatWords } from "./en/format-words";
import type { Locale } from "./view";

export const WORDS: Record<Locale, FormatWords> = { en };
