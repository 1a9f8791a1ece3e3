import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Preferences } from "@/lib/domain/preferences";
import type { Role } from "@/lib/domain/records";
import { preferenceColumns } from "@/lib/store/people/preferences";
import type { Db } from "@/lib/store/pool";
import { prepareOnce } from "@/lib/store/prepare-once";
import { connections, members, people, sessions, workspaces } from "@/lib/store/schema";

export type LiveSession = {
  lastUsedAt: Date;
  person: { id: string; email: string; name: string | null } & Preferences;
  workspaceId: string;
  workspaceName: string;
  role: Role;
  /** Of the account that is connected there; null without one. */
  clockOffsetMs: number | null;
};

const query = prepareOnce((db) =>
  db
    .select({
      lastUsedAt: sessions.lastUsedAt,
      person: { id: people.id, email: people.email, name: people.name, ...preferenceColumns },
      workspaceId: members.workspaceId,
      workspaceName: workspaces.name,
      role: members.role,
      clockOffsetMs: connections.clockOffsetMs,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(members, and(eq(members.personId, people.id), isNull(members.removedAt)))
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .leftJoin(connections, eq(connections.workspaceId, workspaces.id))
    .where(
      and(
        eq(sessions.id, sql.placeholder("sessionId")),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql.placeholder("now")),
      ),
    )
    .prepare("live_session"),
);

/** The one question behind every page, request and stream: is this session still somebody's? */
export async function findLiveSession(db: Db, sessionId: string, now: Date): Promise<LiveSession | null> {
  const [row] = await query(db).execute({ sessionId, now: now.toISOString() });
  return row ?? null;
}
