import type { ApprovalRecord, Around, EventRecord, Family, Opened } from "@/lib/domain/records";
import { endOf } from "@/lib/domain/standing";
import { AppError } from "@/lib/errors";
import { aroundOf } from "@/lib/services/approvals/around";
import { familyOf } from "@/lib/services/approvals/family";
import { type LedgerOfRequest, ledgerOfApproval } from "@/lib/services/approvals/ledger";
import { connectionNow } from "@/lib/services/connections/connection-now";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { findApproval } from "@/lib/store/approvals/rows";
import { approvalRecordOf } from "@/lib/store/approvals/to-record";
import { findConnection } from "@/lib/store/connections/rows";
import { historyOf } from "@/lib/store/events";

export async function getApproval({ ctx, input: { id } }: { ctx: Ctx; input: { id: string } }): Promise<{
  approval: ApprovalRecord;
  history: EventRecord[];
  family: Family;
  around: Around[];
  ledger: LedgerOfRequest;
  asOf: Date;
}> {
  requirePermission(ctx, "read");
  const row = await findApproval(ctx.db, ctx.workspaceId, id);
  if (!row) throw new AppError("NOT_FOUND");
  const history = await historyOf(ctx.db, ctx.workspaceId, { kind: "approval", id });
  const connection = await findConnection(ctx.db, ctx.workspaceId);
  const family = await familyOf(ctx.db, row);
  const around = await aroundOf(ctx.db, row);
  return {
    approval: approvalRecordOf(row, lastOpenedIn(history, endOf(row))),
    history,
    family,
    around,
    ledger: await ledgerOfApproval(ctx.db, row),
    asOf: connectionNow(connection, ctx.now),
  };
}

/** The same that a list finds out for each of its rows. */
function lastOpenedIn(history: readonly EventRecord[], end: Date | null): Opened | null {
  if (end === null) return null;
  const last = history.findLast(({ kind, at }) => kind === "opened_to_confirm" && at <= end);
  return last ? { name: last.actor.label, at: last.at } : null;
}
