import type { ReadProblemCode, UpstreamApproval } from "@/lib/domain/records";
import type { Settlement } from "@/lib/domain/standing";
import { applyRead, applyReadFailure } from "@/lib/services/approvals/apply-read";
import { applyReport } from "@/lib/services/approvals/apply-report";
import type { Facts } from "@/lib/services/approvals/gather-facts";
import { nameByJobs } from "@/lib/services/approvals/name-by-jobs";
import type { Recorded } from "@/lib/services/approvals/recorded";
import { storeFacts } from "@/lib/services/approvals/store-facts";
import type { Place } from "@/lib/services/approvals/write-approval";
import { writeAround } from "@/lib/services/approvals/write-around";
import { settleUnknown } from "@/lib/services/asks/settle-unknown";
import { lockUnsettledAround } from "@/lib/store/approvals/rows";
import { lockCapture, lockWorkspace } from "@/lib/store/locks";
import type { Tx } from "@/lib/store/pool";
import type { ApprovalRow } from "@/lib/store/schema";

export type Read =
  | {
      id: string;
      approval: UpstreamApproval;
      tokenId: string | null;
      recorded?: Recorded;
      isInLedger?: boolean;
      /** When it was answered, for what lay somewhere meanwhile. */
      readAt?: Date;
    }
  /** `settlement`: what the feed said of one that cannot be read. */
  | { id: string; problem: ReadProblemCode; settlement?: Settlement };

/** Answers of OpenTrain and what lies around them, as one change: all of it or nothing. */
export async function applyReads(tx: Tx, place: Place, reads: Read[], facts: Facts): Promise<void> {
  const { workspaceId } = place.connection;
  await lockWorkspace(tx, workspaceId);
  // All of them before any row: whoever tells us about one holds its lock while waiting for its row.
  for (const id of reads.map((read) => read.id).sort()) await lockCapture(tx, workspaceId, id);
  await storeFacts(tx, place, facts);
  const rows: ApprovalRow[] = [];
  for (const read of reads) {
    const row = await applyOne(tx, place, read);
    if (row) rows.push(row);
  }
  await settleUnknown(tx, place, rows);
  const applied = new Set(reads.map(({ id }) => id));
  const around = await lockUnsettledAround(tx, workspaceId, touchedBy(rows, facts));
  await writeAround(
    tx,
    place,
    around.filter(({ id }) => !applied.has(id)),
  );
  if (facts.jobs)
    await nameByJobs(
      tx,
      place,
      facts.jobs.map(({ id }) => id),
    );
}

/** A contract read anew, or a release confirmed on it, changes what its other requests are about. */
function touchedBy(rows: ApprovalRow[], { contracts, failed }: Facts) {
  const released = rows.flatMap(({ type, standing, contractId }) =>
    type === "milestone_approve" && standing === "confirmed" && contractId !== null ? [contractId] : [],
  );
  const read = [...contracts, ...failed.filter(({ kind }) => kind === "contract")].map(({ id }) => id);
  return { contractIds: [...new Set([...released, ...read])] };
}

function applyOne(tx: Tx, place: Place, read: Read): Promise<ApprovalRow | null> {
  if ("approval" in read) return applyRead(tx, place, read.approval, read);
  const { id, problem, settlement } = read;
  return settlement
    ? applyReport(tx, place, { id, problem, settlement })
    : applyReadFailure(tx, place, id, problem);
}
