import { sessionCookieFor } from "@/lib/auth/session-token";
import { spendReset } from "@/lib/services/setup/spend-reset";
import { getDb } from "@/lib/store/pool";

/** Spends an owner's one-time link for a new password and signs them in; the answer is the session's cookie. */
export async function takeNewPassword(given: {
  secret: string;
  password: string;
  address: string;
  userAgent: string | null;
}): Promise<string> {
  const { sessionId } = await spendReset({ db: getDb(), now: new Date(), ...given });
  return sessionCookieFor(sessionId);
}
