import { and, asc, desc, eq, isNull, lt, or, sql } from "drizzle-orm";
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

/** Those of a workspace, the oldest first; `withFirst` where it is the one the first key speaks for. */
export async function listCaptureKeys(
  db: Db | Tx,
  workspaceId: string,
  { withFirst }: { withFirst: boolean },
): Promise<CaptureKeyRow[]> {
  return db
    .select()
    .from(captureKeys)
    .where(isOf(workspaceId, withFirst))
    .orderBy(sql`${captureKeys.revokedAt} desc nulls first`, asc(captureKeys.createdAt), asc(captureKeys.id));
}

export async function lockCaptureKey(
  tx: Tx,
  id: string,
  workspaceId: string,
  { withFirst }: { withFirst: boolean },
): Promise<CaptureKeyRow | null> {
  const [row] = await tx
    .select()
    .from(captureKeys)
    .where(and(eq(captureKeys.id, id), isOf(workspaceId, withFirst)))
    .for("update");
  return row ?? null;
}

/** The one that was the first key last, in use or not. */
export async function findLatestFirstKey(db: Db | Tx): Promise<CaptureKeyRow | null> {
  const [row] = await db
    .select()
    .from(captureKeys)
    .where(isNull(captureKeys.workspaceId))
    .orderBy(desc(captureKeys.createdAt))
    .limit(1);
  return row ?? null;
}

function isOf(workspaceId: string, withFirst: boolean) {
  const own = eq(captureKeys.workspaceId, workspaceId);
  return withFirst ? or(own, isNull(captureKeys.workspaceId)) : own;
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
