import type { BlockedRecord } from "@/lib/domain/records";
import { FADES_AFTER_MS } from "@/lib/domain/unanswered";
import { theirNow } from "@/lib/services/connections/their-now";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { listBlockedRows } from "@/lib/store/blocked/rows";
import { subjectsOf } from "@/lib/store/contracts/subjects";

const mostShown = 500;

/** Asked and refused for a reason a person can change, the latest first; faded a week after the last try. */
export async function listBlocked({ ctx }: { ctx: Ctx }): Promise<{ blocked: BlockedRecord[] }> {
  requirePermission(ctx, "read");
  const { db, workspaceId } = ctx;
  const asOf = await theirNow(ctx);
  const since = new Date(asOf.getTime() - FADES_AFTER_MS);
  const rows = await listBlockedRows(db, workspaceId, { since, limit: mostShown });
  const subjectOf = await subjectsOf(db, workspaceId, rows);
  return {
    blocked: rows.map((row) => ({
      id: row.id,
      at: row.firstAt,
      lastAt: row.lastAt,
      times: row.times,
      action: row.action,
      reason: row.reason,
      subject: subjectOf(row),
      subjectId: row.subjectId,
      terms: row.terms,
      link: row.linkState === "ok" ? row.link : null,
      linkState: row.linkState,
      agentName: row.agentName,
      agentReason: row.agentReason,
    })),
  };
}
