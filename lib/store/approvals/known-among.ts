import { and, eq, inArray, or } from "drizzle-orm";
import { type LineageFacts, subjectOf } from "@/lib/domain/lineage";
import type { Tx } from "@/lib/store/pool";
import { approvals, claims } from "@/lib/store/schema";

/** Which of them are known or were told of, and which of their subjects somebody asked about. */
export async function knownAmong(
  tx: Tx,
  workspaceId: string,
  requests: LineageFacts[],
): Promise<{ ids: Set<string>; subjects: Set<string> }> {
  if (requests.length === 0) return { ids: new Set(), subjects: new Set() };
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
          inArray(id, ids),
          and(
            eq(type, "proposal_hire"),
            inArray(
              proposalId,
              about((one) => one.proposalId),
            ),
          ),
          inArray(
            milestoneId,
            about((one) => one.milestoneId),
          ),
          and(
            eq(type, "contract_end"),
            inArray(
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
    .where(and(eq(claims.workspaceId, workspaceId), inArray(claims.id, ids)));
  return {
    ids: new Set([...rows, ...told].map((row) => row.id)),
    subjects: new Set(rows.map(subjectOf).filter((subject) => subject !== null)),
  };
}
