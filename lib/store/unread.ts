import { and, eq, or, sql } from "drizzle-orm";
import type { ReadProblemCode, UnreadKind } from "@/lib/domain/records";
import { among } from "@/lib/store/among";
import type { Db, Tx } from "@/lib/store/pool";
import { unread } from "@/lib/store/schema";

export type UnreadRow = typeof unread.$inferSelect;
export type Failed = { kind: UnreadKind; id: string; why: ReadProblemCode };

/** For what there is one of in a workspace. */
export const ONLY = "";

/** Since when stays as it is while the reason does. */
export async function noteUnread(
  tx: Db | Tx,
  workspaceId: string,
  failed: Failed[],
  since: Date,
): Promise<void> {
  if (failed.length === 0) return;
  await tx
    .insert(unread)
    .values(failed.map((one) => ({ workspaceId, ...one, since })))
    .onConflictDoUpdate({
      target: [unread.workspaceId, unread.kind, unread.id],
      set: { why: sql`excluded.why`, since: sql`excluded.since` },
      setWhere: sql`${unread.why} <> excluded.why`,
    });
}

export async function forgetUnread(
  tx: Db | Tx,
  workspaceId: string,
  kind: UnreadKind,
  ids: string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .delete(unread)
    .where(and(eq(unread.workspaceId, workspaceId), eq(unread.kind, kind), among(unread.id, ids)));
}

export async function findUnread(
  db: Db | Tx,
  workspaceId: string,
  wanted: { kind: UnreadKind; id: string }[],
): Promise<UnreadRow[]> {
  if (wanted.length === 0) return [];
  const any = wanted.map(({ kind, id }) => and(eq(unread.kind, kind), eq(unread.id, id)));
  return db
    .select()
    .from(unread)
    .where(and(eq(unread.workspaceId, workspaceId), or(...any)));
}
