import type { ApprovalListing } from "@/lib/domain/listing/listing";
import type { ApprovalRecord, Sums } from "@/lib/domain/records";
import { AppError } from "@/lib/errors";
import { planList } from "@/lib/services/approvals/plan-list";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { type ListPosition, readCursor, writeCursor } from "@/lib/store/approvals/cursor";
import { type Earlier, earlierThan } from "@/lib/store/approvals/earlier";
import { matches } from "@/lib/store/approvals/list-filter";
import { listPage } from "@/lib/store/approvals/list-page";
import { longestPagingMs } from "@/lib/store/approvals/sweep-places";
import { approvalRecordOf } from "@/lib/store/approvals/to-record";
import { totalsOf } from "@/lib/store/approvals/totals";

export type ListApprovalsInput = ApprovalListing & { limit: number; cursor: string | null };

export type ListedApprovals = {
  approvals: ApprovalRecord[];
  nextCursor: string | null;
  /** Over everything that matches, on the first page. */
  totals: { count: number; open: Sums; confirmed: Sums } | null;
  /** What open ones among them replaced. */
  earlier: Map<string, Earlier[]>;
  /** The connection's now that phases were told by. */
  asOf: Date;
};

export async function listApprovals({
  ctx,
  input: { limit, cursor, ...listing },
}: {
  ctx: Ctx;
  input: ListApprovalsInput;
}): Promise<ListedApprovals> {
  requirePermission(ctx, "read");
  const { asOf, filter, sort, list } = await planList(ctx, listing);
  const after = cursor === null ? null : positionOf(cursor, list, ctx.now);
  const [rows, totals] = await Promise.all([
    listPage(ctx.db, filter, { sort, after, limit: limit + 1 }),
    after ? null : totalsOf(ctx.db, matches(filter)),
  ]);
  const page = rows.slice(0, limit);
  const replacing = page.flatMap(({ row }) =>
    row.supersedes !== null && (row.standing === "open" || row.standing === "unreadable") ? row.id : [],
  );
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    approvals: page.map(({ row, openedBy }) => approvalRecordOf(row, openedBy)),
    nextCursor: last
      ? writeCursor({
          list,
          begunAt: after?.begunAt ?? ctx.now.getTime(),
          snapshot: after?.snapshot ?? last.snapshot,
          place: last.place,
          id: last.row.id,
        })
      : null,
    totals,
    earlier: await earlierThan(ctx.db, ctx.workspaceId, replacing),
    asOf,
  };
}

function positionOf(cursor: string, list: string, now: Date): ListPosition {
  const position = readCursor(cursor, list);
  const details = { field: "cursor" };
  if (!position) throw new AppError("BAD_REQUEST", { details });
  // Where rows stood back then is forgotten: a page would skip or repeat some.
  if (now.getTime() - position.begunAt > longestPagingMs) {
    throw new AppError("BAD_REQUEST", { reason: "cursor_too_old", details });
  }
  return position;
}
