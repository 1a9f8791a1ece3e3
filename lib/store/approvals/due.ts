import { and, asc, eq, isNotNull, lte, or, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/store/pool";
import { approvals, claims } from "@/lib/store/schema";

/** What is to be read now, the nearest deadline first. */
export async function dueApprovalIds(
  db: Db,
  connectionId: string,
  at: Date,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ id: approvals.id })
    .from(approvals)
    .where(and(eq(approvals.connectionId, connectionId), lte(approvals.nextReadAt, at)))
    .orderBy(sql`${approvals.expiresAt} asc nulls last`, asc(approvals.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** After a change of the connection: every request that is still read, and every claim. */
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
}
