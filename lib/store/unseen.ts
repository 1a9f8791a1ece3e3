import { and, desc, eq, exists, inArray, isNotNull, or, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/store/pool";
import { approvals, unseen } from "@/lib/store/schema";

type UnseenRow = typeof unseen.$inferSelect;

/** The first report stays: the feed may be read twice. */
export async function noteUnseen(tx: Tx, row: typeof unseen.$inferInsert): Promise<void> {
  await tx.insert(unseen).values(row).onConflictDoNothing();
}

/** To be tried again, the latest first: tokens changed, or it came to the list as one that still waits. */
export async function dueUnseen(db: Db, connectionId: string, most: number): Promise<UnseenRow[]> {
  const stillWaits = db
    .select({ one: sql`1` })
    .from(approvals)
    .where(
      and(
        eq(approvals.workspaceId, unseen.workspaceId),
        eq(approvals.id, unseen.approvalId),
        eq(approvals.status, "pending"),
      ),
    );
  return db
    .select()
    .from(unseen)
    .where(
      and(
        eq(unseen.connectionId, connectionId),
        or(unseen.isDue, and(isNotNull(unseen.status), exists(stillWaits))),
      ),
    )
    .orderBy(desc(unseen.settledAt), desc(unseen.approvalId))
    .limit(most);
}

export async function noteTried(tx: Tx, workspaceId: string, ids: string[]): Promise<void> {
  await tx
    .update(unseen)
    .set({ isDue: false })
    .where(and(eq(unseen.workspaceId, workspaceId), inArray(unseen.approvalId, ids)));
}
