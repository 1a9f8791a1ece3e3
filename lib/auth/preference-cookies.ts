import { usesSecureCookies } from "@/lib/auth/cookies";
import type { Preferences } from "@/lib/domain/preferences";

const yearSeconds = 365 * 24 * 60 * 60;

/**
 * Language and theme on this device, for what is drawn before anybody is known: the doors, and the page that
 * stands in while the database is away. They stay after signing out, since they say nothing of the person.
 */
export function preferenceCookies({ locale, theme }: Pick<Preferences, "locale" | "theme">): string[] {
  return [cookie("locale", locale), cookie("theme", theme)];
}

function cookie(name: string, value: string | null): string {
  const parts = [
    `${name}=${value ?? ""}`,
    "Path=/",
    `Max-Age=${value === null ? 0 : yearSeconds}`,
    "HttpOnly",
    "SameSite=Lax",
  ];
  return [...parts, ...(usesSecureCookies() ? ["Secure"] : [])].join("; ");
}
