import { and, asc, eq, isNotNull, lte, or, type SQL, sql } from "drizzle-orm";
import { makeSubjectsDue } from "@/lib/store/asks/subjects";
import type { Db, Tx } from "@/lib/store/pool";
import { approvals, claims, unseen } from "@/lib/store/schema";

/** Of five reads one is of what was not read for longest, so that a crowd of deadlines hides nobody. */
const nearestInARow = 4;

/** What is to be read now: the nearest deadline first, whether it is coming or just over. */
export async function dueApprovalIds(
  db: Db,
  connectionId: string,
  at: Date,
  limit: number,
): Promise<string[]> {
  if (limit <= 0) return [];
  const distance = sql`abs(extract(epoch from ${approvals.expiresAt} - ${at.toISOString()}::timestamptz))`;
  const inOrder = async (order: SQL) => {
    const rows = await db
      .select({ id: approvals.id })
      .from(approvals)
      .where(and(eq(approvals.connectionId, connectionId), lte(approvals.nextReadAt, at)))
      .orderBy(order, asc(approvals.id))
      .limit(limit);
    return rows.map(({ id }) => id);
  };
  const nearest = await inOrder(sql`${distance} asc nulls last`);
  if (nearest.length < limit) return nearest;
  const oldest = await inOrder(sql`${approvals.nextReadAt} asc`);
  const taken = new Set<string>();
  while (taken.size < limit) {
    for (const id of nearest.splice(0, nearestInARow)) taken.add(id);
    const old = oldest.find((id) => !taken.has(id));
    if (old !== undefined) taken.add(old);
    else if (nearest.length === 0) break;
  }
  return [...taken].slice(0, limit);
}

/** After a change of the connection: every request that is still read, every claim, and what nobody could see or name. */
export async function makeEverythingDue(tx: Tx, workspaceId: string, at: Date, now: Date): Promise<void> {
  await tx
    .update(approvals)
    .set({ nextReadAt: at })
    .where(
      and(
        eq(approvals.workspaceId, workspaceId),
        or(isNotNull(approvals.nextReadAt), eq(approvals.standing, "open")),
      ),
    );
  await tx.update(claims).set({ nextTryAt: now }).where(eq(claims.workspaceId, workspaceId));
  await tx.update(unseen).set({ isDue: true }).where(eq(unseen.workspaceId, workspaceId));
  await makeSubjectsDue(tx, workspaceId, now);
}
