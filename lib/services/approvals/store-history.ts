import { subjectOf } from "@/lib/domain/lineage";
import type { UpstreamApproval } from "@/lib/domain/records";
import { isEndStatus } from "@/lib/domain/standing";
import { rowOfUnknown } from "@/lib/services/approvals/apply-read";
import { playReads } from "@/lib/services/approvals/play-reads";
import { type Place, writeApproval, writeChanges } from "@/lib/services/approvals/write-approval";
import { settleUnknown } from "@/lib/services/asks/settle-unknown";
import { knownAmong } from "@/lib/store/approvals/known-among";
import { insertApprovals, lockApprovals, lockOpenOn } from "@/lib/store/approvals/rows";
import { addEvents } from "@/lib/store/events";
import type { Tx } from "@/lib/store/pool";
import type { NewApprovalRow } from "@/lib/store/schema";

type Read = { id: string; approval: UpstreamApproval; tokenId: string | null };

/**
 * Requests of the past, ended before this inbox was there and never told of: what writing them one by one would
 * store is worked out in memory, and all of it is written at once. Gives back the others, which want the whole
 * care of applyReads, and with them those about the same.
 */
export async function storeHistory(tx: Tx, place: Place, reads: Read[]): Promise<Read[]> {
  const { workspaceId } = place.connection;
  const approvals = reads.map(({ approval }) => approval);
  const known = await knownAmong(tx, workspaceId, approvals);
  const isUnknown = (read: Read) => isPast(read.approval, place) && !known.ids.has(read.id);
  const apart = new Set(reads.filter((read) => !isUnknown(read)).map(({ approval }) => subjectOf(approval)));
  const isHistory = (read: Read) => {
    const subject = subjectOf(read.approval);
    return isUnknown(read) && (subject === null || !apart.has(subject));
  };
  const history = reads.filter(isHistory);
  if (history.length > 0) {
    const siblings = await lockApprovals(tx, workspaceId, known.siblings);
    const rows = history.map(({ approval, tokenId }) => rowOfUnknown(place, approval, tokenId));
    const played = await playReads(tx, place, rows, siblings);
    // What is missing of it is not asked for again: nothing of it changes any more.
    const stored = played.added.map((row) => ({ ...row, nextReadAt: null }));
    await insertApprovals(tx, stored);
    for (const { before, after } of played.changed) await writeChanges(tx, before, after);
    await addEvents(tx, played.events);
    await settleUnknown(tx, place, stored);
    // What was released is no longer at stake in an end that still waits.
    const released = stored.filter(isConfirmedRelease).flatMap(({ contractId }) => contractId ?? []);
    for (const row of await lockOpenOn(tx, workspaceId, released))
      await writeApproval(tx, place, row, row, { isRead: false });
  }
  return reads.filter((read) => !isHistory(read));
}

function isPast({ status, createdAt }: UpstreamApproval, { connection }: Place): boolean {
  return isEndStatus(status) && createdAt !== null && createdAt < connection.watchingSince;
}

function isConfirmedRelease({ type, standing }: NewApprovalRow): boolean {
  return type === "milestone_approve" && standing === "confirmed";
}
