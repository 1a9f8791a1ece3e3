import type { UnansweredRecord } from "@/lib/domain/records";
import { FADES_AFTER_MS } from "@/lib/domain/unanswered";
import { theirNow } from "@/lib/services/connections/their-now";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { listUnanswered as listRows } from "@/lib/store/asks/rows";
import { subjectsOf } from "@/lib/store/contracts/subjects";

const mostShown = 500;

/** Asked, and nobody saw the answer: in no sum. What was found out since stays in view for as long as it took to fade. */
export async function listUnanswered({ ctx }: { ctx: Ctx }): Promise<{ unanswered: UnansweredRecord[] }> {
  requirePermission(ctx, "read");
  const { db, workspaceId } = ctx;
  const asOf = await theirNow(ctx);
  const settledSince = new Date(asOf.getTime() - FADES_AFTER_MS);
  const rows = await listRows(db, workspaceId, { settledSince, limit: mostShown });
  const subjectOf = await subjectsOf(db, workspaceId, rows);
  return {
    unanswered: rows.map((row) => ({
      id: row.id,
      askedAt: row.askedAt,
      action: row.action,
      subject: subjectOf(row),
      subjectId: row.subjectId,
      terms: row.terms,
      agentName: row.agentName,
      agentReason: row.agentReason,
      state: row.state !== "unknown" ? "answered" : row.askedAt > settledSince ? "unknown" : "faded",
      approvalId: row.approvalId,
    })),
  };
}
