import { nothingRead } from "@/lib/domain/nothing-read";
import type { ReadProblemCode } from "@/lib/domain/records";
import type { Settlement } from "@/lib/domain/standing";
import { applyRead, applyReadFailure } from "@/lib/services/approvals/apply-read";
import type { Place } from "@/lib/services/approvals/write-approval";
import { lockApproval } from "@/lib/store/approvals/rows";
import type { Tx } from "@/lib/store/pool";
import type { ApprovalRow } from "@/lib/store/schema";
import { noteUnseen } from "@/lib/store/unseen";

/**
 * The feed says how a request ended, and no token may read it. It is OpenTrain's word all the same: one we know
 * settles by it, without the details, and one we do not know is kept as settled unseen.
 */
export async function applyReport(
  tx: Tx,
  place: Place,
  { id, problem, settlement }: { id: string; problem: ReadProblemCode; settlement: Settlement },
): Promise<ApprovalRow | null> {
  const { id: connectionId, workspaceId, watchingSince } = place.connection;
  const { status } = settlement;
  const settledAt = settlement.at ?? place.at;
  const before = await lockApproval(tx, workspaceId, id);
  if (!before) {
    if (settledAt < watchingSince) return null;
    await noteUnseen(tx, { workspaceId, approvalId: id, connectionId, status, settledAt });
    return null;
  }
  // What was read of the same end says more than that it came.
  if (status === null || before.status === status) return applyReadFailure(tx, place, id, problem);
  const reported = { ...nothingRead(id), status, resolvedAt: settledAt };
  return applyRead(tx, place, reported, { tokenId: null, unread: problem });
}
