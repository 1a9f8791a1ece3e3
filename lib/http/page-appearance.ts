import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { oneOf, type Preferences, THEMES } from "@/lib/domain/preferences";
import { pageSession } from "@/lib/http/page-session";

/**
 * The theme of a page: as the person chose, whatever this device remembers of others; at the doors as this
 * device remembers. Null: as the browser says.
 */
export const pageAppearance = cache(async (): Promise<Pick<Preferences, "theme">> => {
  // A page that cannot even ask who looks says so itself; this is only its frame.
  const session = await pageSession().catch(() => null);
  if (session) return { theme: session.person.theme };
  return { theme: oneOf(THEMES, (await cookies()).get("theme")?.value) };
});
