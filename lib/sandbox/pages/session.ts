import { createHmac, timingSafeEqual } from "node:crypto";
import { randomText } from "../ids";

export const SESSION_COOKIE = "sandbox_session";

type Session = { id: string; accountId: string };

/** The cookie says for which account somebody pressed the button; the world's secret vouches for it. */
export function startSession(secret: string, accountId: string): string {
  const id = randomText(20);
  return `${id}.${accountId}.${sign(secret, `session ${id} ${accountId}`)}`;
}

export function readSession(secret: string, cookie: string | undefined): Session | undefined {
  const [id, accountId, mac] = (cookie ?? "").split(".");
  if (!id || !accountId || !mac) return undefined;
  return same(mac, sign(secret, `session ${id} ${accountId}`)) ? { id, accountId } : undefined;
}

export function csrfToken(secret: string, session: Session, approvalId: string): string {
  return sign(secret, `csrf ${session.id} ${approvalId}`);
}

export function same(given: string, wanted: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(wanted);
  return a.length === b.length && timingSafeEqual(a, b);
}

function sign(secret: string, text: string): string {
  return createHmac("sha256", secret).update(text).digest("base64url");
}
