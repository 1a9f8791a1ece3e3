import { and, asc, eq, inArray, isNotNull, isNull, max, or, sql } from "drizzle-orm";
import type { Role } from "@/lib/domain/records";
import type { Db, Tx } from "@/lib/store/pool";
import { members, people, sessions, workspaces } from "@/lib/store/schema";

export type TeamRow = {
  personId: string;
  email: string;
  name: string | null;
  role: Role;
  joinedAt: Date;
  removedAt: Date | null;
  lastUsedAt: Date | null;
};

/**
 * Everybody who is or was a member, in the order they came. Whoever had been removed when the team moved here
 * from another workspace was left there, and is still one of its own.
 */
export async function listTeam(db: Db | Tx, workspaceId: string): Promise<TeamRow[]> {
  return db
    .select({
      personId: people.id,
      email: people.email,
      name: people.name,
      role: members.role,
      joinedAt: members.createdAt,
      removedAt: members.removedAt,
      lastUsedAt: max(sessions.lastUsedAt),
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .leftJoin(sessions, eq(sessions.personId, people.id))
    .where(
      or(
        eq(members.workspaceId, workspaceId),
        and(isNotNull(members.removedAt), inArray(members.workspaceId, formerOf(workspaceId))),
      ),
    )
    .groupBy(people.id, members.personId)
    .orderBy(asc(members.createdAt), asc(people.id));
}

/** The workspaces this one's members came from, one after another. */
function formerOf(workspaceId: string) {
  return sql`(
    with recursive former as (
      select id from ${workspaces} where moved_to = ${workspaceId}
      union select w.id from ${workspaces} w join former f on w.moved_to = f.id
    ) select id from former)`;
}

export async function findTeamMember(
  tx: Tx,
  workspaceId: string,
  personId: string,
): Promise<{ role: Role; removedAt: Date | null } | null> {
  const [row] = await tx
    .select({ role: members.role, removedAt: members.removedAt })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.personId, personId)));
  return row ?? null;
}

export async function countOwners(tx: Tx, workspaceId: string): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.role, "owner"), isNull(members.removedAt)));
  return row?.count ?? 0;
}

export async function markRemoved(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.update(members).set({ removedAt: now }).where(eq(members.personId, personId));
}

/** The same person once more, with a new password; what they did before stays theirs. */
export async function takeBack(
  tx: Tx,
  personId: string,
  { passwordHash, name, timeZone }: { passwordHash: string; name: string | null; timeZone: string | null },
  { workspaceId, role }: { workspaceId: string; role: Role },
): Promise<void> {
  await tx
    .update(people)
    .set({ passwordHash, ...(name === null ? {} : { name }), ...(timeZone === null ? {} : { timeZone }) })
    .where(eq(people.id, personId));
  await tx.update(members).set({ workspaceId, role, removedAt: null }).where(eq(members.personId, personId));
}
