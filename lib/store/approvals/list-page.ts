import { and, eq, type SQL, sql } from "drizzle-orm";
import type { ApprovalSort } from "@/lib/domain/listing/listing";
import type { Opened } from "@/lib/domain/records";
import type { Place } from "@/lib/store/approvals/cursor";
import { type ListFilter, matches } from "@/lib/store/approvals/list-filter";
import { type ListOrder, orderOf } from "@/lib/store/approvals/list-order";
import { lastOpened, openedColumns, readOpened } from "@/lib/store/approvals/opened";
import type { Reads } from "@/lib/store/pool";
import { type ApprovalRow, approvals, formerPlaces } from "@/lib/store/schema";
import { wholeRowsOf } from "@/lib/store/whole-rows";

/** A row with its place in the order, and what the page it stands on could see. */
export type Listed = { row: ApprovalRow; openedBy: Opened | null; place: number | null; snapshot: string };

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
    select ${approvalRows.columns}, ${order.toNumber(sql`found.place`)} as place, pg_current_snapshot()::text as snapshot,
      ${openedColumns}
    from ${approvals} inner join ${found} as found on ${approvals.id} = found.id
      left join lateral (${lastOpened}) opened on approvals.ended_at is not null
    where ${eq(approvals.workspaceId, filter.workspaceId)}
    order by found.place ${direction} nulls last, found.id ${direction}`);
  return rows.map((given) => ({
    row: approvalRows.read(given),
    openedBy: readOpened(given),
    place: given.place === null ? null : Number(given.place),
    snapshot: String(given.snapshot),
  }));
}

type Page = { after: Place | null; limit: number };

/**
 * Ids and places of one page. Known and unknown places are looked up apart, each along one index, and the unknown
 * ones only where the known ones do not fill the page: they come last, and there may be many to look through.
 */
function placesOf(filter: ListFilter, order: ListOrder, { after, limit }: Page): SQL {
  const { column, direction } = order;
  const here = sql`approvals.${column}`;
  const there = sql`moved.place`;
  const hasStayed = after ? sql`approvals.id not in (select id from moved)` : undefined;
  const current = sql`select approvals.id, ${here} as place from approvals`;
  const stood = sql`select approvals.id, ${there} from approvals join moved on moved.id = approvals.id`;
  const first = (select: SQL, where: (SQL | undefined)[], by: SQL) =>
    sql`(${select} where ${and(matches(filter), ...where)} order by ${by} limit ${limit})`;
  const byPlace = sql`place ${direction} nulls last, id ${direction}`;
  const upTo = (parts: SQL[]) =>
    sql`(select * from (${sql.join(parts, sql` union all `)}) as parts order by ${byPlace} limit ${limit})`;

  const isMissing = after?.place === null ? undefined : sql`(select count(*) from known) < ${limit}`;
  const isLast = (place: SQL) => [sql`${place} is null`, isMissing, isBeyond(null, order, after)];
  const unknown = [first(current, [...isLast(here), hasStayed], sql`approvals.id ${direction}`)];
  if (after) unknown.push(first(stood, isLast(there), byPlace));

  const known: SQL[] = [];
  if (isMissing) {
    const isAmong = (place: SQL) => [sql`${place} is not null`, isBeyond(place, order, after)];
    // Read backwards an index begins with its nulls, of which there are none here.
    const along = sql`${here} ${direction}, approvals.id ${direction}`;
    known.push(first(current, [...isAmong(here), hasStayed], along));
    if (after) known.push(first(stood, isAmong(there), byPlace));
  }

  const named = [
    ...(after ? [sql`moved as materialized (${movedSince(filter.workspaceId, order, after)})`] : []),
    ...(isMissing ? [sql`known as materialized ${upTo(known)}`] : []),
  ];
  const page = upTo(isMissing ? [sql`select * from known`, ...unknown] : unknown);
  return named.length === 0 ? page : sql`with ${sql.join(named, sql`, `)} ${page}`;
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
