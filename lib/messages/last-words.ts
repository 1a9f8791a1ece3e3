import type { Language } from "@/lib/domain/locale";
import { errorPage as de } from "./de/error-page";
import { errorPage as en } from "./en/error-page";

/** For when nothing else could be loaded, so that these few sentences are there in every language. */
export const LAST_WORDS: Record<Language, typeof en> = { en, de };
