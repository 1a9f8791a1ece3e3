import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { LOCALES, oneOf, type Preferences, THEMES } from "@/lib/domain/preferences";
import { pageSession } from "@/lib/http/page-session";

/**
 * The language and the theme of a page: as the person chose, whatever this device remembers of others; at the
 * doors as this device remembers. Null: as the browser says.
 */
export const pageAppearance = cache(async (): Promise<Pick<Preferences, "locale" | "theme">> => {
  // A page that cannot even ask who looks says so itself; this is only its frame.
  const session = await pageSession().catch(() => null);
  if (session) return { locale: session.person.locale, theme: session.person.theme };
  const kept = await cookies();
  return {
    locale: oneOf(LOCALES, kept.get("locale")?.value),
    theme: oneOf(THEMES, kept.get("theme")?.value),
  };
});
