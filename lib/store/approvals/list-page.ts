import { and, eq, type SQL, sql } from "drizzle-orm";
import type { ApprovalSort } from "@/lib/domain/listing/listing";
import type { Place } from "@/lib/store/approvals/cursor";
import { type ListFilter, matches } from "@/lib/store/approvals/list-filter";
import { type ListOrder, orderOf } from "@/lib/store/approvals/list-order";
import type { Reads } from "@/lib/store/pool";
import { type ApprovalRow, approvals, formerPlaces } from "@/lib/store/schema";
import { wholeRowsOf } from "@/lib/store/whole-rows";

/** A row with its place in the order, and what the page it stands on could see. */
export type Listed = { row: ApprovalRow; place: number | null; snapshot: string };

const approvalRows = wholeRowsOf(approvals);

/**
 * One page after a position. Rows stand where they stood for the first page, whatever has become of them since,
 * so none is skipped or comes twice; what no longer matches is left out.
 */
export async function listPage(
  db: Reads,
  filter: ListFilter,
  page: { sort: ApprovalSort; after: Place | null; limit: number },
): Promise<Listed[]> {
  const order = orderOf(page.sort);
  const { direction } = order;
  const found = sql`(${placesOf(filter, order, page)})`;
  const { rows } = await db.execute(sql`
    select ${approvalRows.columns}, ${order.toNumber(sql`found.place`)} as place, pg_current_snapshot()::text as snapshot
    from ${approvals} inner join ${found} as found on ${approvals.id} = found.id
    where ${eq(approvals.workspaceId, filter.workspaceId)}
    order by found.place ${direction} nulls last, found.id ${direction}`);
  return rows.map((given) => ({
    row: approvalRows.read(given),
    place: given.place === null ? null : Number(given.place),
    snapshot: String(given.snapshot),
  }));
}

type Page = { after: Place | null; limit: number };

/** Ids and places of one page. Known and unknown places are looked up apart, each along one index. */
function placesOf(filter: ListFilter, order: ListOrder, { after, limit }: Page): SQL {
  const { column, direction } = order;
  const here = sql`approvals.${column}`;
  const hasStayed = after ? sql`approvals.id not in (select id from moved)` : undefined;
  const first = (select: SQL, where: (SQL | undefined)[], by: SQL) =>
    sql`(${select} where ${and(matches(filter), ...where)} order by ${by} limit ${limit})`;
  const current = sql`select approvals.id, ${here} as place from approvals`;
  const unknown = [sql`${here} is null`, hasStayed, isBeyond(null, order, after)];
  const parts = [first(current, unknown, sql`approvals.id ${direction}`)];
  if (!after || after.place !== null) {
    const known = [sql`${here} is not null`, hasStayed, isBeyond(here, order, after)];
    // Read backwards an index begins with its nulls, of which there are none here.
    parts.push(first(current, known, sql`${here} ${direction}, approvals.id ${direction}`));
  }
  const byPlace = sql`place ${direction} nulls last, id ${direction}`;
  if (after) {
    const there = sql`moved.place`;
    const stood = sql`select approvals.id, ${there} from approvals join moved on moved.id = approvals.id`;
    parts.push(first(stood, [isBeyondOrUnknown(there, order, after)], byPlace));
  }
  const moved = after
    ? sql`with moved as materialized (${movedSince(filter.workspaceId, order, after)}) `
    : sql``;
  return sql`${moved}select * from (${sql.join(parts, sql` union all `)}) as parts order by ${byPlace} limit ${limit}`;
}

/** What has moved since the first page, and where it stood then: before the first of its moves. */
function movedSince(workspaceId: string, { column }: ListOrder, { snapshot }: Place): SQL {
  const { id, number, replacedIn } = formerPlaces;
  return sql`select distinct on (${id}) ${id} as id, ${formerPlaces}.${column} as place from ${formerPlaces}
    where ${formerPlaces.workspaceId} = ${workspaceId}
      and ${replacedIn} >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
      and not pg_visible_in_snapshot(${replacedIn}, ${snapshot}::pg_snapshot)
    order by ${id}, ${number}`;
}

/** Further on than the position, among the known places or, with null, among the unknown ones. */
function isBeyond(place: SQL | null, order: ListOrder, after: Place | null): SQL | undefined {
  if (!after) return undefined;
  const { beyond } = order;
  if (after.place === null) return place ? sql`false` : sql`approvals.id ${beyond} ${after.id}`;
  return place
    ? sql`(${place}, approvals.id) ${beyond} (${order.fromNumber(after.place)}, ${after.id})`
    : undefined;
}

function isBeyondOrUnknown(place: SQL, order: ListOrder, after: Place): SQL {
  const among = (part: SQL, isThere: SQL | undefined) => (isThere ? sql`(${part} and ${isThere})` : part);
  const known = among(sql`${place} is not null`, isBeyond(place, order, after));
  const unknown = among(sql`${place} is null`, isBeyond(null, order, after));
  return sql`(${known} or ${unknown})`;
}
