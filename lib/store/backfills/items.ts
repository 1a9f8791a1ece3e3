import { and, asc, count, desc, eq, lt, sql } from "drizzle-orm";
import { among } from "@/lib/store/among";
import type { Db, Tx } from "@/lib/store/pool";
import { backfillItems } from "@/lib/store/schema";

/** So often one that OpenTrain stumbles over is tried before it is left. */
const mostTries = 3;

/**
 * Those of them that are not known here as ended, once each; how many there are that were not noted before.
 * One named again later moves up.
 */
export async function addItems(
  tx: Tx,
  { connectionId, workspaceId }: { connectionId: string; workspaceId: string },
  items: { id: string; place: number }[],
): Promise<number> {
  if (items.length === 0) return 0;
  const { rows } = await tx.execute<{ added: number }>(sql`
    with named as (
      select id, place
      from unnest(${sql.param(items.map(({ id }) => id))}::text[], ${sql.param(items.map(({ place }) => place))}::int[])
        as named (id, place)
    ), put as (
      insert into countersign.backfill_items (connection_id, approval_id, place)
      select ${connectionId}::uuid, id, place from named
      where not exists (
        select from countersign.approvals a
        where a.workspace_id = ${workspaceId}::uuid and a.id = named.id and a.status in ('confirmed', 'declined', 'expired')
      )
      on conflict (connection_id, approval_id) do update set place = excluded.place
      returning xmax = 0 as is_new
    )
    select count(*) filter (where is_new)::int as added from put`);
  return rows[0]?.added ?? 0;
}

export type Item = { id: string; tries: number; place: number };

/** Whether one of the unseen is to be read on the way through the past, and so will be known by itself. */
export const isOnTheWay = sql`exists (select from countersign.backfill_items item
  where item.connection_id = unseen.connection_id and item.approval_id = unseen.approval_id
    and item.tries < ${mostTries})`;

/** What is to be read next: the newest, and those that failed only behind all others. */
export async function nextItems(
  db: Db,
  connectionId: string,
  { after, limit }: { after: Item | null; limit: number },
): Promise<Item[]> {
  const { approvalId: id, tries, place } = backfillItems;
  return db
    .select({ id, tries, place })
    .from(backfillItems)
    .where(
      and(
        eq(backfillItems.connectionId, connectionId),
        lt(tries, mostTries),
        after ? sql`(${tries}, -${place}) > (${after.tries}, ${-after.place})` : undefined,
      ),
    )
    .orderBy(asc(tries), desc(place))
    .limit(limit);
}

/** Those of them that are still to be read, held: nobody else reads them a second time. */
export async function lockItems(tx: Tx, connectionId: string, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: backfillItems.approvalId })
    .from(backfillItems)
    .where(and(eq(backfillItems.connectionId, connectionId), among(backfillItems.approvalId, ids)))
    .orderBy(asc(backfillItems.approvalId))
    .for("update");
  return new Set(rows.map(({ id }) => id));
}

export async function removeItems(tx: Tx, connectionId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .delete(backfillItems)
    .where(and(eq(backfillItems.connectionId, connectionId), among(backfillItems.approvalId, ids)));
}

/** How many of them are left from now on. */
export async function noteTries(tx: Tx, connectionId: string, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await tx
    .update(backfillItems)
    .set({ tries: sql`${backfillItems.tries} + 1` })
    .where(and(eq(backfillItems.connectionId, connectionId), among(backfillItems.approvalId, ids)))
    .returning({ tries: backfillItems.tries });
  return rows.filter(({ tries }) => tries >= mostTries).length;
}

export async function countToRead(db: Db | Tx, connectionId: string): Promise<number> {
  const [row] = await db
    .select({ left: count() })
    .from(backfillItems)
    .where(and(eq(backfillItems.connectionId, connectionId), lt(backfillItems.tries, mostTries)));
  return row?.left ?? 0;
}

export async function dropItems(tx: Tx, connectionId: string): Promise<void> {
  await tx.delete(backfillItems).where(eq(backfillItems.connectionId, connectionId));
}
