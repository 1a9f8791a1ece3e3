import { getEnv } from "@/lib/env";

/** next-auth's own names and options, said once so that the set-up page can sign a person in as well. */
export function usesSecureCookies(): boolean {
  return getEnv().APP_URL.startsWith("https://");
}

export function cookieNames(): { session: string; csrf: string } {
  return usesSecureCookies()
    ? { session: "__Secure-next-auth.session-token", csrf: "__Host-next-auth.csrf-token" }
    : { session: "next-auth.session-token", csrf: "next-auth.csrf-token" };
}

export function readCookie(header: string | null, name: string): string | null {
  for (const pair of (header ?? "").split(";")) {
    const cut = pair.indexOf("=");
    if (cut < 0 || pair.slice(0, cut).trim() !== name) continue;
    try {
      return decodeURIComponent(pair.slice(cut + 1).trim());
    } catch {
      return null;
    }
  }
  return null;
}

export function sessionCookie(token: string, maxAgeSeconds: number): string {
  const parts = [
    `${cookieNames().session}=${token}`,
    "Path=/",
    `Max-Age=${maxAgeSeconds}`,
    "HttpOnly",
    "SameSite=Lax",
  ];
  return [...parts, ...(usesSecureCookies() ? ["Secure"] : [])].join("; ");
}
