import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { cookieNames, readCookie, usesSecureCookies } from "@/lib/auth/cookies";
import { authSecret } from "@/lib/auth/secret";

/** next-auth's double submit: the cookie holds the token and its keyed hash, the request repeats the token. */
export function isCsrfTokenOurs(sent: string | null, cookieHeader: string | null): boolean {
  const [token, hash] = (readCookie(cookieHeader, cookieNames().csrf) ?? "").split("|");
  if (!sent || !token || !hash) return false;
  return isSame(hash, hashOf(token)) && isSame(sent, token);
}

/** A new one as next-auth makes it, for a browser that has lost its own and has no script to ask for another. */
export function freshCsrfCookie(): string {
  const token = randomBytes(32).toString("hex");
  const value = encodeURIComponent(`${token}|${hashOf(token)}`);
  const parts = [`${cookieNames().csrf}=${value}`, "Path=/", "HttpOnly", "SameSite=Lax"];
  return [...parts, ...(usesSecureCookies() ? ["Secure"] : [])].join("; ");
}

/** What a form of ours repeats, when this browser has one. */
export function csrfTokenIn(cookieHeader: string | null): string {
  return readCookie(cookieHeader, cookieNames().csrf)?.split("|")[0] ?? "";
}

function hashOf(token: string): string {
  return createHash("sha256").update(`${token}${authSecret()}`).digest("hex");
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
