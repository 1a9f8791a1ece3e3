import { sessionCookieFor } from "@/lib/auth/session-token";
import { acceptInvitation } from "@/lib/services/invitations/accept";
import type { Link } from "@/lib/services/invitations/find-usable";
import { type InvitationSeen, lookAtInvitation } from "@/lib/services/invitations/look";
import { getDb } from "@/lib/store/pool";

export function seeInvitation(link: Link): Promise<InvitationSeen> {
  return lookAtInvitation({ db: getDb(), now: new Date(), link });
}

/** Spends an invitation and signs the teammate in; the answer is the session's cookie. */
export async function joinTeam(given: {
  link: Link;
  email: string;
  password: string;
  name?: string | null | undefined;
  timeZone?: string | null | undefined;
  address: string;
  userAgent: string | null;
}): Promise<string> {
  const { sessionId } = await acceptInvitation({
    db: getDb(),
    now: new Date(),
    ...given,
    name: given.name || null,
    timeZone: given.timeZone ?? null,
  });
  return sessionCookieFor(sessionId);
}
