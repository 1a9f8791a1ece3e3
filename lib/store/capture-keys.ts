import { and, desc, eq, isNull, lt, or } from "drizzle-orm";
import type { Db, Tx } from "@/lib/store/pool";
import { captureKeys } from "@/lib/store/schema";

export type CaptureKeyRow = typeof captureKeys.$inferSelect;

export async function findCaptureKey(db: Db | Tx, secretHash: Buffer): Promise<CaptureKeyRow | null> {
  const [row] = await db.select().from(captureKeys).where(eq(captureKeys.secretHash, secretHash));
  return row ?? null;
}

/** The one that speaks for wherever the first owner is. */
export async function findFirstCaptureKey(db: Db | Tx): Promise<CaptureKeyRow | null> {
  const [row] = await db
    .select()
    .from(captureKeys)
    .where(and(isNull(captureKeys.workspaceId), isNull(captureKeys.revokedAt)))
    .orderBy(desc(captureKeys.createdAt));
  return row ?? null;
}

export async function insertCaptureKey(tx: Tx, row: typeof captureKeys.$inferInsert): Promise<void> {
  await tx.insert(captureKeys).values(row);
}

export async function updateCaptureKey(
  tx: Tx,
  id: string,
  changes: Partial<typeof captureKeys.$inferInsert>,
): Promise<void> {
  await tx.update(captureKeys).set(changes).where(eq(captureKeys.id, id));
}

/** Freshness only: once a minute is enough. */
export async function touchCaptureKey(db: Db, id: string, now: Date, before: Date): Promise<void> {
  await db
    .update(captureKeys)
    .set({ lastUsedAt: now })
    .where(
      and(eq(captureKeys.id, id), or(isNull(captureKeys.lastUsedAt), lt(captureKeys.lastUsedAt, before))),
    );
}
