import type { Language } from "@/lib/domain/locale";
import { formatWords as formatDe } from "./de/format-words";
import { offline as de } from "./de/offline";
import { formatWords as formatEn } from "./en/format-words";
import { offline as en } from "./en/offline";
import { knowFormat } from "./format-words";

export type OfflineWords = typeof en;

/** For the page without a network, to which nothing can be sent any more: in every language at once. */
export const OFFLINE_WORDS: Record<Language, OfflineWords> = { en, de };

knowFormat("en", formatEn);
knowFormat("de", formatDe);
