import type { ApprovalRecord, Sums } from "@/lib/domain/records";
import { AppError } from "@/lib/errors";
import { type ListFilters, planList } from "@/lib/services/approvals/plan-list";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { type ListPosition, type ListSort, readCursor, writeCursor } from "@/lib/store/approvals/cursor";
import { type Listed, listPage, matches } from "@/lib/store/approvals/list-page";
import { approvalRecordOf } from "@/lib/store/approvals/to-record";
import { totalsOf } from "@/lib/store/approvals/totals";

export type ListApprovalsInput = ListFilters & { limit: number; cursor: string | null };

export type ListedApprovals = {
  approvals: ApprovalRecord[];
  nextCursor: string | null;
  /** Over everything that matches, on the first page. */
  totals: { count: number; open: Sums; confirmed: Sums } | null;
  /** The connection's now that phases were told by. */
  asOf: Date;
};

export async function listApprovals({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: ListApprovalsInput;
}): Promise<ListedApprovals> {
  requirePermission(ctx, "read");
  const { asOf, filter, sort } = await planList(ctx, input);
  const after = input.cursor === null ? null : positionOf(input.cursor, sort);
  const rows = await listPage(ctx.db, filter, { sort, after, limit: input.limit + 1 });
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    approvals: page.map(({ row }) => approvalRecordOf(row)),
    nextCursor: last ? cursorAt(last, sort, after) : null,
    totals: after ? null : await totalsOf(ctx.db, matches(filter)),
    asOf,
  };
}

function positionOf(cursor: string, sort: ListSort): ListPosition {
  const position = readCursor(cursor, sort);
  if (!position) throw new AppError("BAD_REQUEST", { details: { field: "cursor" } });
  return position;
}

function cursorAt(last: Listed, sort: ListSort, after: ListPosition | null): string {
  const at = last.at === null ? null : new Date(last.at);
  return writeCursor({ sort, snapshot: after?.snapshot ?? last.snapshot, at, id: last.row.id });
}
