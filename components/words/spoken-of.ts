import type { Locale } from "@/lib/domain/locale";
import { messagesFor } from "@/lib/messages";
import type { Spoken } from "./context";

/** A whole language at once, for tests and the style guide. */
export function spokenOf(locale: Locale): Spoken {
  const { screens, settings, doors, browser } = messagesFor(locale);
  return { locale, screens, settings, doors, domain: browser.domain };
}
