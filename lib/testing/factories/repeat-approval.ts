import { getTableColumns, sql } from "drizzle-orm";
import type { Db } from "@/lib/store/pool";
import { type ApprovalRow, approvals } from "@/lib/store/schema";

const columns = sql.raw(
  Object.values(getTableColumns(approvals))
    .map(({ name }) => name)
    .join(", "),
);

/** So many more rows like one, quickly: `<id>_1` and on, each a second older than the one before. */
export async function repeatApproval(db: Db, row: ApprovalRow, count: number): Promise<void> {
  await db.execute(sql`
    insert into approvals (${columns})
    select ${columns} from (select (jsonb_populate_record(a, jsonb_build_object(
      'id', a.id || '_' || n,
      'settled_at', a.settled_at - make_interval(secs => n / 7),
      'created_at', a.created_at - make_interval(secs => n)))).*
    from approvals a, generate_series(1, ${count}::int) n
    where a.workspace_id = ${row.workspaceId} and a.id = ${row.id}) repeated`);
}
