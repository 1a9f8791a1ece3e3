import { and, eq, type SQL, sql } from "drizzle-orm";
import type { ApprovalSort } from "@/lib/domain/listing/listing";
import type { ListPosition } from "@/lib/store/approvals/cursor";
import { type ListFilter, matches } from "@/lib/store/approvals/list-filter";
import { type ListOrder, orderOf } from "@/lib/store/approvals/list-order";
import type { Reads } from "@/lib/store/pool";
import { type ApprovalRow, approvals, formerPlaces } from "@/lib/store/schema";

/** A row with its place in the order, and what the page it stands on could see. */
export type Listed = { row: ApprovalRow; place: number | null; snapshot: string };

/**
 * One page after a position. Rows stand where they stood for the first page, whatever has become of them since,
 * so none is skipped or comes twice; what no longer matches is left out.
 */
export async function listPage(
  db: Reads,
  filter: ListFilter,
  page: { sort: ApprovalSort; after: ListPosition | null; limit: number },
): Promise<Listed[]> {
  const order = orderOf(page.sort);
  const { direction } = order;
  const found = sql`(${placesOf(filter, order, page)})`;
  return db
    .select({
      row: approvals,
      place: sql<number | null>`${order.toNumber(sql`found.place`)}`.mapWith(Number),
      snapshot: sql<string>`pg_current_snapshot()::text`,
    })
    .from(approvals)
    .innerJoin(sql`${found} as found`, sql`${approvals.id} = found.id`)
    .where(eq(approvals.workspaceId, filter.workspaceId))
    .orderBy(sql`found.place ${direction} nulls last`, sql`found.id ${direction}`);
}

type Page = { after: ListPosition | null; limit: number };

/** Ids and places of one page. Known and unknown places are looked up apart, each along one index. */
function placesOf(filter: ListFilter, order: ListOrder, { after, limit }: Page): SQL {
  const { column, direction } = order;
  const best = (select: SQL) =>
    sql`(${select} order by place ${direction} nulls last, id ${direction} limit ${limit})`;
  const where = (...more: (SQL | undefined)[]) => sql`where ${and(matches(filter), ...more)}`;
  const current = sql`select approvals.id, approvals.${column} as place from approvals`;
  const hasStayed = after ? sql`approvals.id not in (select id from moved)` : undefined;
  const parts = [
    best(sql`${current} ${where(sql`approvals.${column} is null`, hasStayed, isBeyond(null, order, after))}`),
  ];
  if (!after || after.place !== null) {
    const known = sql`approvals.${column} is not null`;
    parts.unshift(
      best(sql`${current} ${where(known, hasStayed, isBeyond(sql`approvals.${column}`, order, after))}`),
    );
  }
  if (after) {
    const place = sql`moved.place`;
    parts.push(
      best(sql`select approvals.id, ${place} from approvals join moved on moved.id = approvals.id
        ${where(isBeyondOrUnknown(place, order, after))}`),
    );
  }
  const moved = after
    ? sql`with moved as materialized (${movedSince(filter.workspaceId, order, after)}) `
    : sql``;
  return sql`${moved}${best(sql`select * from (${sql.join(parts, sql` union all `)}) as parts`)}`;
}

/** What has moved since the first page, and where it stood then: before the first of its moves. */
function movedSince(workspaceId: string, { column }: ListOrder, { snapshot }: ListPosition): SQL {
  const { id, number, replacedIn } = formerPlaces;
  return sql`select distinct on (${id}) ${id} as id, ${formerPlaces}.${column} as place from ${formerPlaces}
    where ${formerPlaces.workspaceId} = ${workspaceId}
      and ${replacedIn} >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
      and not pg_visible_in_snapshot(${replacedIn}, ${snapshot}::pg_snapshot)
    order by ${id}, ${number}`;
}

/** Further on than the position, among the known places or, with null, among the unknown ones. */
function isBeyond(place: SQL | null, order: ListOrder, after: ListPosition | null): SQL | undefined {
  if (!after) return undefined;
  const { beyond } = order;
  if (after.place === null) return place ? sql`false` : sql`approvals.id ${beyond} ${after.id}`;
  return place
    ? sql`(${place}, approvals.id) ${beyond} (${order.fromNumber(after.place)}, ${after.id})`
    : undefined;
}

function isBeyondOrUnknown(place: SQL, order: ListOrder, after: ListPosition): SQL {
  const among = (part: SQL, isThere: SQL | undefined) => (isThere ? sql`(${part} and ${isThere})` : part);
  const known = among(sql`${place} is not null`, isBeyond(place, order, after));
  const unknown = among(sql`${place} is null`, isBeyond(null, order, after));
  return sql`(${known} or ${unknown})`;
}
