import type { ApprovalRecord } from "@/lib/domain/records";
import { type ListFilters, planList } from "@/lib/services/approvals/plan-list";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import type { ListPosition, ListSort } from "@/lib/store/approvals/cursor";
import { type ListFilter, listPage } from "@/lib/store/approvals/list-page";
import { approvalRecordOf } from "@/lib/store/approvals/to-record";
import { addEvent } from "@/lib/store/events";
import type { Reads } from "@/lib/store/pool";
import { readSnapshot } from "@/lib/store/read-snapshot";

const rowsAtOnce = 250;

export type ExportedRow = { record: ApprovalRecord; settledAt: Date | null };

/**
 * Everything a filter finds, in the list's order, as it was at one moment; read as fast as it is taken. Who
 * took what away is told before the first of it is given.
 */
export async function exportApprovals({
  ctx,
  input: { timeZone, ...filters },
}: {
  ctx: Ctx;
  input: ListFilters & { timeZone: string };
}): Promise<{ asOf: Date; pages: AsyncGenerator<ExportedRow[]> }> {
  requirePermission(ctx, "export");
  const { asOf, filter, sort } = await planList(ctx, filters);
  const { db, workspaceId, actor } = ctx;
  async function* pages(): AsyncGenerator<ExportedRow[]> {
    await db.transaction((tx) =>
      addEvent(tx, {
        workspaceId,
        at: asOf,
        kind: "exported",
        actor: { kind: "person", id: actor.kind === "person" ? actor.personId : null },
        subject: { kind: "workspace", id: workspaceId },
        data: { format: "csv", phases: filter.phases, types: filter.types, timeZone },
      }),
    );
    yield* readSnapshot(db, (reads) => pagesOf(reads, filter, sort));
  }
  return { asOf, pages: pages() };
}

async function* pagesOf(reads: Reads, filter: ListFilter, sort: ListSort): AsyncGenerator<ExportedRow[]> {
  let after: ListPosition | null = null;
  for (;;) {
    const listed = await listPage(reads, filter, { sort, after, limit: rowsAtOnce });
    yield listed.map(({ row }) => ({ record: approvalRecordOf(row), settledAt: row.settledAt }));
    const last = listed.at(-1);
    if (!last || listed.length < rowsAtOnce) return;
    const at: Date | null = last.at === null ? null : new Date(last.at);
    after = { sort, snapshot: last.snapshot, at, id: last.row.id };
  }
}
