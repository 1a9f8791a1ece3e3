import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Phase } from "@/lib/domain/records";
import type { ListPosition, ListSort } from "@/lib/store/approvals/cursor";
import { inPhases } from "@/lib/store/approvals/in-phases";
import type { Reads } from "@/lib/store/pool";
import { type ApprovalRow, approvals } from "@/lib/store/schema";

export type ListFilter = { workspaceId: string; phases: readonly Phase[]; types: string[] | null; at: Date };

export function matches({ workspaceId, phases, types, at }: ListFilter): SQL | undefined {
  return and(
    eq(approvals.workspaceId, workspaceId),
    inPhases(phases, at),
    types === null ? undefined : inArray(approvals.type, types),
  );
}

/** A row with its place in the order, and what the page it stands on could see. */
export type Listed = { row: ApprovalRow; at: number | null; snapshot: string };

/** One page after a position; what is not known sorts last either way, ties by id. */
export async function listPage(
  db: Reads,
  filter: ListFilter,
  page: { sort: ListSort; after: ListPosition | null; limit: number },
): Promise<Listed[]> {
  const { sort, after } = page;
  const key = sort === "expires" ? sql`${approvals.expiresAt}` : settledKey(filter.phases, after);
  const order =
    sort === "expires"
      ? [sql`${key} asc nulls last`, asc(approvals.id)]
      : [sql`${key} desc nulls last`, desc(approvals.id)];
  return db
    .select({
      row: approvals,
      at: sql<number | null>`extract(epoch from ${key}) * 1000`.mapWith(Number),
      snapshot: sql<string>`pg_current_snapshot()::text`,
    })
    .from(approvals)
    .where(and(matches(filter), after ? isAfter(key, after) : undefined))
    .orderBy(...order)
    .limit(page.limit);
}

/**
 * In a list of open and settled ones a request that is settled while somebody pages would jump over the page
 * they are on; for them it stays where it stood on their first page.
 */
function settledKey(phases: readonly Phase[], after: ListPosition | null): SQL {
  const { settledAt, settledIn, settledBefore } = approvals;
  if (!after || !phases.some(isOpenPhase)) return sql`${settledAt}`;
  // One from the future was brought in with a backup: it is old.
  return sql`(case when ${settledIn} < pg_snapshot_xmax(pg_current_snapshot())
    and not pg_visible_in_snapshot(${settledIn}, ${after.snapshot}::pg_snapshot)
    then ${settledBefore} else ${settledAt} end)`;
}

function isAfter(key: SQL, { sort, at, id }: ListPosition): SQL {
  const isNextId = sort === "expires" ? sql`${approvals.id} > ${id}` : sql`${approvals.id} < ${id}`;
  if (at === null) return sql`(${key} is null and ${isNextId})`;
  const instant = sql`${at.toISOString()}::timestamptz`;
  const isNext = sort === "expires" ? sql`${key} > ${instant}` : sql`${key} < ${instant}`;
  return sql`(${isNext} or ${key} is null or (${key} = ${instant} and ${isNextId}))`;
}
