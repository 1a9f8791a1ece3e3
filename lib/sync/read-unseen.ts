import { applyReads } from "@/lib/services/approvals/apply-reads";
import { gatherFacts } from "@/lib/services/approvals/gather-facts";
import { dueUnseen, noteTried } from "@/lib/store/unseen";
import { readNamed } from "@/lib/sync/read-named";
import { callsLeft, demandLease, placeOf, type Round } from "@/lib/sync/round";

const mostAtOnce = 10;

/** What was settled unseen, once more when another token may see it. */
export async function readUnseen(round: Round): Promise<void> {
  const { db, connection, reader, clock } = round;
  const most = Math.min(mostAtOnce, callsLeft(round));
  const due = most > 0 ? await dueUnseen(db, connection.id, most) : [];
  if (due.length === 0) return;
  const ids = due.map(({ approvalId }) => approvalId);
  const settlements = due.map(
    ({ approvalId, status, settledAt }) => [approvalId, { status, at: settledAt }] as const,
  );
  const reads = await readNamed(round, ids, new Map(settlements));
  const approvals = reads.flatMap((read) => ("approval" in read ? [read.approval] : []));
  const facts = await gatherFacts(db, reader, connection, approvals, clock());
  await db.transaction(async (tx) => {
    await demandLease(round, tx);
    await applyReads(tx, placeOf(round), reads, facts);
    await noteTried(tx, connection.workspaceId, ids);
  });
}
