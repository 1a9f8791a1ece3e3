import type { UpstreamApproval } from "@/lib/domain/records";
import { applyReads } from "@/lib/services/approvals/apply-reads";
import { noFacts } from "@/lib/services/approvals/gather-facts";
import type { Answer } from "@/lib/services/asks/kept-answer";
import { theirOffset } from "@/lib/services/asks/their-clock";
import { findApproval } from "@/lib/store/approvals/rows";
import { findConnectionById } from "@/lib/store/connections/rows";
import { addJob, readJobKey } from "@/lib/store/jobs";
import type { Db } from "@/lib/store/pool";
import type { ApprovalRow } from "@/lib/store/schema";

/** An agent may poll one request every second; what says nothing new is written down no oftener than this. */
const freshForMs = 30_000;

export type Seen = {
  workspaceId: string;
  connectionId: string;
  approval: UpstreamApproval;
} & Pick<Answer, "at" | "date" | "isWitnessed">;

/** OpenTrain's answer to an agent's own look at an approval: as good as a read of ours. */
export async function noteSeen(db: Db, seen: Seen, now: Date): Promise<void> {
  const { workspaceId, connectionId, approval } = seen;
  const connection = await findConnectionById(db, connectionId);
  if (connection?.workspaceId !== workspaceId) return;
  const offset = theirOffset({ ...seen, sentAt: seen.at }, connection.clockOffsetMs);
  const at = new Date(now.getTime() + offset);
  const { id } = approval;
  const known = await findApproval(db, workspaceId, id);
  if (known && isFresh(known, at) && saysNothingNew(known, approval)) return;
  const recorded = { terms: null, agentName: null, agentReason: null };
  await db.transaction(async (tx) => {
    await applyReads(tx, { connection, at }, [{ id, approval, tokenId: null, recorded }], noFacts);
    if (!known) await addJob(tx, "read_approval", { workspaceId, id }, { key: readJobKey(workspaceId, id) });
  });
}

function isFresh({ lastReadAt, readProblem }: ApprovalRow, at: Date): boolean {
  return readProblem === null && lastReadAt !== null && at.getTime() - lastReadAt.getTime() < freshForMs;
}

function saysNothingNew(known: ApprovalRow, { status, expiresAt, resolvedAt }: UpstreamApproval): boolean {
  return (
    known.status === status &&
    known.expiresAt?.getTime() === expiresAt?.getTime() &&
    known.resolvedAt?.getTime() === resolvedAt?.getTime()
  );
}
