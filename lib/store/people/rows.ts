import { and, asc, eq, isNull, lt, sql } from "drizzle-orm";
import type { Role } from "@/lib/domain/records";
import type { Db, Tx } from "@/lib/store/pool";
import { members, people, sessions } from "@/lib/store/schema";

export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

export type MemberRow = {
  person: typeof people.$inferSelect;
  workspaceId: string;
  role: Role;
};

/** A person who was removed is nobody at the door. */
export async function findMemberByEmail(db: Db | Tx, email: string): Promise<MemberRow | null> {
  const [row] = await db
    .select({ person: people, workspaceId: members.workspaceId, role: members.role })
    .from(people)
    .innerJoin(members, and(eq(members.personId, people.id), isNull(members.removedAt)))
    .where(eq(sql`lower(${people.email})`, normalEmail(email)));
  return row ?? null;
}

/** Where a person lives now, as it stands in this transaction. */
export async function findMember(
  db: Db | Tx,
  personId: string,
): Promise<{ workspaceId: string; role: Role } | null> {
  const [row] = await db
    .select({ workspaceId: members.workspaceId, role: members.role })
    .from(members)
    .where(and(eq(members.personId, personId), isNull(members.removedAt)));
  return row ?? null;
}

export async function hasEmail(db: Db | Tx, email: string): Promise<boolean> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(eq(sql`lower(${people.email})`, normalEmail(email)));
  return rows.length > 0;
}

/** Ever: a removed owner does not open the first door again. */
export async function hasOwner(db: Db | Tx): Promise<boolean> {
  const rows = await db
    .select({ id: members.personId })
    .from(members)
    .where(eq(members.role, "owner"))
    .limit(1);
  return rows.length > 0;
}

export async function touchSession(db: Db, sessionId: string, now: Date, before: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ lastUsedAt: now })
    .where(and(eq(sessions.id, sessionId), lt(sessions.lastUsedAt, before)));
}

/** One winner when a session is ended from two sides; who it was that was signed in. */
export async function endSession(
  tx: Tx,
  sessionId: string,
  now: Date,
): Promise<{ personId: string; workspaceId: string | null } | null> {
  const [row] = await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
    .returning({ personId: sessions.personId });
  if (!row) return null;
  const [member] = await tx
    .select({ workspaceId: members.workspaceId })
    .from(members)
    .where(eq(members.personId, row.personId));
  return { personId: row.personId, workspaceId: member?.workspaceId ?? null };
}

export async function insertPerson(
  tx: Tx,
  person: typeof people.$inferInsert,
  member: { workspaceId: string; role: Role },
): Promise<void> {
  await tx.insert(people).values(person);
  await tx.insert(members).values({ personId: person.id, createdAt: person.createdAt, ...member });
}

/** An owner who is one now. */
export async function findOwner(
  db: Db | Tx,
  personId: string | null,
): Promise<{ personId: string; workspaceId: string; email: string } | null> {
  if (personId === null) return null;
  const owners = await listOwners(db);
  return owners.find((owner) => owner.personId === personId) ?? null;
}

/** Of every workspace on this installation: for commands on the server, and for nobody else. */
export async function listOwners(
  db: Db | Tx,
): Promise<{ personId: string; workspaceId: string; email: string }[]> {
  return db
    .select({ personId: people.id, workspaceId: members.workspaceId, email: people.email })
    .from(people)
    .innerJoin(members, eq(members.personId, people.id))
    .where(and(eq(members.role, "owner"), isNull(members.removedAt)))
    .orderBy(asc(people.email));
}
