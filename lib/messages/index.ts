import type { Locale } from "@/lib/domain/locale";
import { german } from "./de";
import { english, type Messages } from "./en";
import { knowFormat } from "./format-words";
import { pseudo } from "./pseudo";

export type { BrowserWords } from "./en/browser";
export type { Doors } from "./en/doors";
export type { Settings } from "./en/settings";
export type { Locale, Messages };

/** All of them at once: a server answers everybody. A browser has the one it reads (`components/words`). */
const CATALOGUES: Record<Locale, Messages> = { en: english, de: german, "en-XA": pseudo };

for (const locale of Object.keys(CATALOGUES) as Locale[]) knowFormat(locale, CATALOGUES[locale].format);

/** Every word people read, in one language. */
export function messagesFor(locale: Locale): Messages {
  return CATALOGUES[locale];
}
