import { and, desc, eq, exists, inArray, isNotNull, not, or, sql } from "drizzle-orm";
import { isOnTheWay } from "@/lib/store/backfills/items";
import type { Db, Tx } from "@/lib/store/pool";
import { approvals, unseen } from "@/lib/store/schema";

type UnseenRow = typeof unseen.$inferSelect;

/** The first report stays: the feed may be read twice. */
export async function noteUnseen(tx: Tx, row: typeof unseen.$inferInsert): Promise<void> {
  await tx.insert(unseen).values(row).onConflictDoNothing();
}

/** Named on the way to the present as ended, and not known here: whether a token may see them is found out soon. */
export async function noteToBeSeen(
  tx: Tx,
  { workspaceId, connectionId }: Pick<UnseenRow, "workspaceId" | "connectionId">,
  ended: Pick<UnseenRow, "approvalId" | "status" | "settledAt">[],
): Promise<void> {
  if (ended.length === 0) return;
  const known = await tx
    .select({ id: approvals.id })
    .from(approvals)
    .where(
      and(
        eq(approvals.workspaceId, workspaceId),
        inArray(
          approvals.id,
          ended.map(({ approvalId }) => approvalId),
        ),
      ),
    );
  const ids = new Set(known.map(({ id }) => id));
  const rows = ended.filter(({ approvalId }) => !ids.has(approvalId));
  if (rows.length === 0) return;
  await tx
    .insert(unseen)
    .values(rows.map((row) => ({ workspaceId, connectionId, ...row, isDue: true })))
    .onConflictDoNothing();
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
        not(isOnTheWay),
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
