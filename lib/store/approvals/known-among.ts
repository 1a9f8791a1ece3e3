import { and, eq, or } from "drizzle-orm";
import { type LineageFacts, subjectOf } from "@/lib/domain/lineage";
import { among } from "@/lib/store/among";
import type { Tx } from "@/lib/store/pool";
import { approvals, claims } from "@/lib/store/schema";

/** Which of them are known or were told of, and which known ones are about the same as one of them. */
export async function knownAmong(
  tx: Tx,
  workspaceId: string,
  requests: LineageFacts[],
): Promise<{ ids: Set<string>; siblings: string[] }> {
  if (requests.length === 0) return { ids: new Set(), siblings: [] };
  const ids = requests.map(({ id }) => id);
  const about = (pick: (request: LineageFacts) => string | null) =>
    [...new Set(requests.map(pick))].filter((id) => id !== null);
  const { id, type, status, proposalId, milestoneId, contractId } = approvals;
  const { createdAt, expiresAt, resolvedAt } = approvals;
  const rows = await tx
    .select({ id, type, status, proposalId, milestoneId, contractId, createdAt, expiresAt, resolvedAt })
    .from(approvals)
    .where(
      and(
        eq(approvals.workspaceId, workspaceId),
        or(
          among(id, ids),
          and(
            eq(type, "proposal_hire"),
            among(
              proposalId,
              about((one) => one.proposalId),
            ),
          ),
          among(
            milestoneId,
            about((one) => one.milestoneId),
          ),
          and(
            eq(type, "contract_end"),
            among(
              contractId,
              about((one) => one.contractId),
            ),
          ),
        ),
      ),
    );
  const told = await tx
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.workspaceId, workspaceId), among(claims.id, ids)));
  const subjects = new Set(requests.map(subjectOf));
  const isSibling = (row: LineageFacts) => subjectOf(row) !== null && subjects.has(subjectOf(row));
  return {
    ids: new Set([...rows, ...told].map((row) => row.id)),
    siblings: rows.filter(isSibling).map((row) => row.id),
  };
}
