import { and, desc, eq, gt, isNull, ne } from "drizzle-orm";
import type { Db, Tx } from "@/lib/store/pool";
import { members, sessions } from "@/lib/store/schema";

export type SessionRow = typeof sessions.$inferSelect;

/** The latest used first. */
export async function listLiveSessions(db: Db | Tx, personId: string, now: Date): Promise<SessionRow[]> {
  return db
    .select()
    .from(sessions)
    .where(isLive(personId, now))
    .orderBy(desc(sessions.lastUsedAt), desc(sessions.id));
}

/** All that are alive, or all but one; how many there were. */
export async function endSessionsOf(
  tx: Tx,
  personId: string,
  now: Date,
  { except = null }: { except?: string | null } = {},
): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(isLive(personId, now), except === null ? undefined : ne(sessions.id, except)))
    .returning({ id: sessions.id });
  return ended.length;
}

export async function endSessionOf(tx: Tx, personId: string, sessionId: string, now: Date): Promise<boolean> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, sessionId), isLive(personId, now)))
    .returning({ id: sessions.id });
  return ended.length === 1;
}

export type SessionEnd = "removed" | "revoked" | "expired";

/** Why a session is nobody's any more; null when it never was one, or still lives. */
export async function findSessionEnd(db: Db, sessionId: string, now: Date): Promise<SessionEnd | null> {
  const [row] = await db
    .select({
      revokedAt: sessions.revokedAt,
      expiresAt: sessions.expiresAt,
      removedAt: members.removedAt,
    })
    .from(sessions)
    .leftJoin(members, eq(members.personId, sessions.personId))
    .where(eq(sessions.id, sessionId));
  if (!row) return null;
  if (row.removedAt !== null) return "removed";
  if (row.revokedAt !== null) return "revoked";
  return row.expiresAt <= now ? "expired" : null;
}

function isLive(personId: string, now: Date) {
  return and(eq(sessions.personId, personId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now));
}
