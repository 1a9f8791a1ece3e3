import type { Language } from "@/lib/domain/locale";
import { formatWords } from "./en/format-words";
import { offline as en } from "./en/offline";
import { knowFormat } from "./format-words";

export type OfflineWords = typeof en;

/** For the page without a network, to which nothing can be sent any more: in every language at once. */
export const OFFLINE_WORDS: Record<Language, OfflineWords> = { en, de: en };

knowFormat("en", formatWords);
knowFormat("de", formatWords);
