import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Phase } from "@/lib/domain/records";
import type { ListPosition, ListSort } from "@/lib/store/approvals/cursor";
import { inPhases } from "@/lib/store/approvals/in-phases";
import type { Db } from "@/lib/store/pool";
import { type ApprovalRow, approvals } from "@/lib/store/schema";

export type ListFilter = { workspaceId: string; phases: readonly Phase[]; types: string[] | null; at: Date };

export function matches({ workspaceId, phases, types, at }: ListFilter): SQL | undefined {
  return and(
    eq(approvals.workspaceId, workspaceId),
    inPhases(phases, at),
    types === null ? undefined : inArray(approvals.type, types),
  );
}

/** One page after a position; what is not known sorts last either way, ties by id. */
export async function listPage(
  db: Db,
  filter: ListFilter,
  page: { sort: ListSort; after: ListPosition | null; limit: number },
): Promise<ApprovalRow[]> {
  const order =
    page.sort === "expires"
      ? [sql`${approvals.expiresAt} asc nulls last`, asc(approvals.id)]
      : [sql`${approvals.settledAt} desc nulls last`, desc(approvals.id)];
  return db
    .select()
    .from(approvals)
    .where(and(matches(filter), page.after ? isAfter(page.after) : undefined))
    .orderBy(...order)
    .limit(page.limit);
}

function isAfter({ sort, at, id }: ListPosition): SQL {
  if (sort === "expires") {
    const { expiresAt } = approvals;
    if (at === null) return sql`(${expiresAt} is null and ${approvals.id} > ${id})`;
    return sql`(${expiresAt} > ${at.toISOString()} or ${expiresAt} is null
      or (${expiresAt} = ${at.toISOString()} and ${approvals.id} > ${id}))`;
  }
  const { settledAt } = approvals;
  if (at === null) return sql`(${settledAt} is null and ${approvals.id} < ${id})`;
  return sql`(${settledAt} < ${at.toISOString()} or ${settledAt} is null
    or (${settledAt} = ${at.toISOString()} and ${approvals.id} < ${id}))`;
}
