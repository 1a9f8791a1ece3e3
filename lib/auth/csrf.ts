import { createHash, timingSafeEqual } from "node:crypto";
import { cookieNames, readCookie } from "@/lib/auth/cookies";
import { authSecret } from "@/lib/auth/secret";

/** next-auth's double submit: the cookie holds the token and its keyed hash, the request repeats the token. */
export function isCsrfTokenOurs(sent: string | null, cookieHeader: string | null): boolean {
  const [token, hash] = (readCookie(cookieHeader, cookieNames().csrf) ?? "").split("|");
  if (!sent || !token || !hash) return false;
  const expected = createHash("sha256").update(`${token}${authSecret()}`).digest("hex");
  return isSame(hash, expected) && isSame(sent, token);
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
