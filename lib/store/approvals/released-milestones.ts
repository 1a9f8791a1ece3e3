import { and, eq, isNotNull } from "drizzle-orm";
import type { Reads } from "@/lib/store/pool";
import { approvals } from "@/lib/store/schema";

/** The milestones of a contract that were paid out by a confirmed request of their own. */
export async function releasedMilestones(
  db: Reads,
  workspaceId: string,
  contractId: string,
): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ id: approvals.milestoneId })
    .from(approvals)
    .where(
      and(
        eq(approvals.workspaceId, workspaceId),
        eq(approvals.contractId, contractId),
        eq(approvals.type, "milestone_approve"),
        eq(approvals.status, "confirmed"),
        isNotNull(approvals.milestoneId),
      ),
    );
  return new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])));
}
