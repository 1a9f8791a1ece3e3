import { and, asc, count, desc, eq, isNull, lte } from "drizzle-orm";
import type { ClaimRecord } from "@/lib/domain/records";
import type { Db, Tx } from "@/lib/store/pool";
import { type ClaimRow, claims } from "@/lib/store/schema";

export async function findClaim(db: Db | Tx, workspaceId: string, id: string): Promise<ClaimRow | null> {
  const [row] = await db.select().from(claims).where(isClaim(workspaceId, id));
  return row ?? null;
}

export async function insertClaim(tx: Tx, row: typeof claims.$inferInsert): Promise<void> {
  await tx.insert(claims).values(row);
}

export async function updateClaim(
  tx: Db | Tx,
  workspaceId: string,
  id: string,
  changes: Partial<typeof claims.$inferInsert>,
): Promise<void> {
  await tx.update(claims).set(changes).where(isClaim(workspaceId, id));
}

export async function deleteClaim(tx: Tx, workspaceId: string, id: string): Promise<ClaimRow | null> {
  const [row] = await tx.delete(claims).where(isClaim(workspaceId, id)).returning();
  return row ?? null;
}

/** What the owner set aside is left out. */
export async function listClaimRecords(db: Db, workspaceId: string, limit: number): Promise<ClaimRecord[]> {
  const rows = await db
    .select()
    .from(claims)
    .where(isShown(workspaceId))
    .orderBy(desc(claims.receivedAt), asc(claims.id))
    .limit(limit);
  return rows.map(({ agentName, agentReason, ...row }) => ({
    id: row.id,
    workspaceId,
    receivedAt: row.receivedAt,
    way: row.way,
    label: row.label,
    why: row.why,
    told: row.told,
    agent: agentName === null && agentReason === null ? null : { name: agentName, reason: agentReason },
    nextTryAt: row.nextTryAt,
  }));
}

export function countClaims(db: Db, workspaceId: string) {
  return db.select({ count: count() }).from(claims).where(isShown(workspaceId));
}

export async function dueClaimIds(db: Db, workspaceId: string, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.workspaceId, workspaceId), lte(claims.nextTryAt, now)))
    .orderBy(asc(claims.nextTryAt), asc(claims.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

function isShown(workspaceId: string) {
  return and(eq(claims.workspaceId, workspaceId), isNull(claims.dismissedAt));
}

function isClaim(workspaceId: string, id: string) {
  return and(eq(claims.workspaceId, workspaceId), eq(claims.id, id));
}
