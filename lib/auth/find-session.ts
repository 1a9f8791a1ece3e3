import { sessionIdOf } from "@/lib/auth/session-token";
import type { Ctx } from "@/lib/services/context";
import { actorOfSession, type SessionPerson } from "@/lib/services/people/actor-of-session";
import { getDb } from "@/lib/store/pool";

export type SignedIn = { ctx: Ctx; person: SessionPerson; workspaceName: string };

/** Who this cookie stands for right now; asked anew on every page and request. */
export async function findSession(cookieHeader: string | null): Promise<SignedIn | null> {
  const sessionId = await sessionIdOf(cookieHeader);
  if (!sessionId) return null;
  const [db, now] = [getDb(), new Date()];
  const found = await actorOfSession({ db, now, sessionId });
  if (!found) return null;
  const { actor, workspaceId, clockOffsetMs, person, workspaceName } = found;
  return { ctx: { db, workspaceId, actor, now, clockOffsetMs }, person, workspaceName };
}
