import { randomUUID } from "node:crypto";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Db, Tx } from "@/lib/store/pool";
import { type BackfillRow, backfillItems, backfills, connections } from "@/lib/store/schema";

export async function findBackfill(db: Db | Tx, connectionId: string): Promise<BackfillRow | null> {
  const [row] = await db.select().from(backfills).where(eq(backfills.connectionId, connectionId));
  return row ?? null;
}

/** Held until the transaction ends, and only while it is still the same start. */
export async function lockRun(tx: Tx, connectionId: string, run: string): Promise<BackfillRow | null> {
  const [row] = await tx
    .select()
    .from(backfills)
    .where(and(eq(backfills.connectionId, connectionId), eq(backfills.run, run)))
    .for("update");
  return row ?? null;
}

export async function updateBackfill(
  tx: Db | Tx,
  connectionId: string,
  changes: Partial<typeof backfills.$inferInsert>,
): Promise<void> {
  await tx.update(backfills).set(changes).where(eq(backfills.connectionId, connectionId));
}

/** From the beginning; what an earlier start had left is found again. */
export async function resetBackfill(
  tx: Tx,
  { connectionId, workspaceId, now }: { connectionId: string; workspaceId: string; now: Date },
): Promise<void> {
  const fresh = {
    run: randomUUID(),
    state: "running" as const,
    cursor: null,
    collectedAt: null,
    eventsRead: 0,
    found: 0,
    read: 0,
    hidden: 0,
    unreadable: 0,
    problem: null,
    failures: 0,
    startedAt: now,
    endedAt: null,
    heldUntil: null,
  };
  await tx.delete(backfillItems).where(eq(backfillItems.connectionId, connectionId));
  await tx
    .insert(backfills)
    .values({ connectionId, workspaceId, ...fresh })
    .onConflictDoUpdate({ target: backfills.connectionId, set: fresh });
}

/** Unfinished ones of open connections that nobody is at: whoever was is gone. */
export async function idleBackfills(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .select({ id: backfills.connectionId })
    .from(backfills)
    .innerJoin(connections, eq(connections.id, backfills.connectionId))
    .where(
      and(
        eq(connections.state, "open"),
        // One that was cancelled still walks to the present, since following goes on from there.
        or(eq(backfills.state, "running"), isNull(backfills.collectedAt)),
        or(isNull(backfills.heldUntil), lt(backfills.heldUntil, now)),
      ),
    );
  return rows.map(({ id }) => id);
}
