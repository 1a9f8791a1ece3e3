import { sessionIdOf } from "@/lib/auth/session-token";
import { findSessionEnd } from "@/lib/services/people/find-session-end";
import { getDb } from "@/lib/store/pool";

/** Why the session this cookie points to is nobody's any more, for the page that says so. */
export async function readSessionEnd(
  cookieHeader: string | null,
): Promise<Awaited<ReturnType<typeof findSessionEnd>>> {
  const sessionId = await sessionIdOf(cookieHeader);
  return sessionId ? findSessionEnd({ db: getDb(), now: new Date(), sessionId }) : null;
}
