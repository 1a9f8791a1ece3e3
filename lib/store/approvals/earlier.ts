import { sql } from "drizzle-orm";
import type { Reads } from "@/lib/store/pool";

/** A request that was replaced by another while it was open. */
export type Earlier = { id: string; createdAt: Date | null };

/** Nobody looks back further for one thing asked again and again. */
const MOST = 20;

/** What each of these replaced, and what that had replaced before: the latest first. */
export async function earlierThan(
  db: Reads,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, Earlier[]>> {
  const earlier = new Map<string, Earlier[]>();
  if (ids.length === 0) return earlier;
  const { rows } = await db.execute<{ newest: string; id: string; createdAt: string | Date | null }>(sql`
    with recursive line as (
      select id as newest, supersedes as id, 1 as place from approvals
      where workspace_id = ${workspaceId} and supersedes is not null
        and id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
      union all
      select line.newest, approvals.supersedes, line.place + 1 from line
      join approvals on approvals.workspace_id = ${workspaceId} and approvals.id = line.id
      where approvals.supersedes is not null and line.place < ${MOST}
    )
    select line.newest, approvals.id, approvals.created_at as "createdAt" from line
    join approvals on approvals.workspace_id = ${workspaceId} and approvals.id = line.id
    order by line.newest, line.place`);
  for (const { newest, id, createdAt } of rows) {
    const one = { id, createdAt: createdAt === null ? null : new Date(createdAt) };
    earlier.set(newest, [...(earlier.get(newest) ?? []), one]);
  }
  return earlier;
}
