import { decode, encode } from "next-auth/jwt";
import { cookieNames, readCookie, sessionCookie } from "@/lib/auth/cookies";
import { rememberTokens } from "@/lib/auth/remember-tokens";
import { authSecret } from "@/lib/auth/secret";

export const sessionDays = 30;
export const sessionMaxAgeSeconds = sessionDays * 24 * 60 * 60;

/** The token only points to a row; that it decodes proves nothing about the session. */
export async function sessionIdOf(cookieHeader: string | null): Promise<string | null> {
  const token = readCookie(cookieHeader, cookieNames().session);
  if (!token) return null;
  return known.find(token) ?? (await decoded(token));
}

/** Tokens that were decoded before: a page asks with the same one many times. */
const known = rememberTokens(1000);

async function decoded(token: string): Promise<string | null> {
  try {
    const payload = await decode({ token, secret: authSecret() });
    const sessionId = sidOf(payload);
    if (sessionId && typeof payload?.exp === "number") known.keep(token, sessionId, payload.exp * 1000);
    return sessionId;
  } catch {
    return null;
  }
}

export function sidOf(token: Record<string, unknown> | null): string | null {
  return typeof token?.sid === "string" ? token.sid : null;
}

/** The same cookie that signing in sets, for a session made another way. */
export async function sessionCookieFor(sessionId: string): Promise<string> {
  const token = await encode({
    token: { sid: sessionId },
    secret: authSecret(),
    maxAge: sessionMaxAgeSeconds,
  });
  return sessionCookie(token, sessionMaxAgeSeconds);
}
