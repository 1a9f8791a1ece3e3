import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Db, Tx } from "@/lib/store/pool";
import { invitations, people, workspaces } from "@/lib/store/schema";

export type InvitationRow = typeof invitations.$inferSelect;

export async function insertInvitation(tx: Tx, row: typeof invitations.$inferInsert): Promise<void> {
  await tx.insert(invitations).values(row);
}

/** By both halves of its link: the id names it, the secret's hash opens it. */
export async function findInvitationBySecret(
  db: Db | Tx,
  id: string,
  secretHash: Buffer,
): Promise<{
  invitation: InvitationRow;
  workspace: { name: string; isClosed: boolean };
  inviter: string;
} | null> {
  const [row] = await db
    .select({
      invitation: invitations,
      name: workspaces.name,
      closedAt: workspaces.closedAt,
      inviterName: people.name,
      inviterEmail: people.email,
    })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .innerJoin(people, eq(people.id, invitations.createdBy))
    .where(and(eq(invitations.id, id), eq(invitations.secretHash, secretHash)));
  if (!row) return null;
  return {
    invitation: row.invitation,
    workspace: { name: row.name, isClosed: row.closedAt !== null },
    inviter: row.inviterName ?? row.inviterEmail,
  };
}

export async function findInvitation(tx: Tx, workspaceId: string, id: string): Promise<InvitationRow | null> {
  const [row] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, id)));
  return row ?? null;
}

export async function listInvitations(
  db: Db | Tx,
  workspaceId: string,
  limit: number,
): Promise<InvitationRow[]> {
  return db
    .select()
    .from(invitations)
    .where(eq(invitations.workspaceId, workspaceId))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(limit);
}

export async function listOpenInvitations(tx: Tx, workspaceId: string, now: Date): Promise<InvitationRow[]> {
  return tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.workspaceId, workspaceId), isUnspent(), gt(invitations.expiresAt, now)));
}

/** One winner: of many at once, one gets true. */
export async function spendInvitation(tx: Tx, id: string, personId: string, now: Date): Promise<boolean> {
  const spent = await tx
    .update(invitations)
    .set({ acceptedAt: now, acceptedBy: personId })
    .where(and(eq(invitations.id, id), isUnspent(), gt(invitations.expiresAt, now)))
    .returning({ id: invitations.id });
  return spent.length === 1;
}

export async function revokeUnspent(tx: Tx, id: string, now: Date): Promise<boolean> {
  const revoked = await tx
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(eq(invitations.id, id), isUnspent()))
    .returning({ id: invitations.id });
  return revoked.length === 1;
}

function isUnspent() {
  return and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));
}
