import { sessionCookieFor } from "@/lib/auth/session-token";
import { spendSetupLink } from "@/lib/services/setup/spend-link";
import { getDb } from "@/lib/store/pool";

/** Spends a one-time link and signs the new owner in; the answer is the session's cookie. */
export async function becomeOwner(given: {
  secret: string;
  email: string;
  password: string;
  name?: string | null | undefined;
  timeZone?: string | null | undefined;
  address: string;
  userAgent: string | null;
}): Promise<string> {
  const { sessionId } = await spendSetupLink({
    db: getDb(),
    now: new Date(),
    ...given,
    name: given.name || null,
    timeZone: given.timeZone ?? null,
  });
  return sessionCookieFor(sessionId);
}
