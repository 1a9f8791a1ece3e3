import { subjectOf } from "@/lib/domain/lineage";
import type { UpstreamApproval } from "@/lib/domain/records";
import { isApprovalStatus } from "@/lib/domain/standing";
import { rowOfUnknown } from "@/lib/services/approvals/apply-read";
import { type Around, deriveFrom } from "@/lib/services/approvals/derive";
import { changesOf } from "@/lib/services/approvals/tell-changes";
import { derivedFrom, type Place, wholeRow } from "@/lib/services/approvals/write-approval";
import { knownAmong } from "@/lib/store/approvals/known-among";
import { loadAround } from "@/lib/store/approvals/load-around";
import { insertApprovals } from "@/lib/store/approvals/rows";
import { addEvents } from "@/lib/store/events";
import type { Tx } from "@/lib/store/pool";
import type { NewApprovalRow } from "@/lib/store/schema";

type Read = { id: string; approval: UpstreamApproval; tokenId: string | null };

/**
 * Requests of the past that stand alone: ended before this inbox was there, never told of, the only ones about
 * their subject. Nothing else changes by them, so all of them are written at once, as writeApproval would one
 * by one. Gives back the others, which want the whole care of applyReads.
 */
export async function storeHistory(tx: Tx, place: Place, reads: Read[]): Promise<Read[]> {
  const { workspaceId } = place.connection;
  const known = await knownAmong(
    tx,
    workspaceId,
    reads.map(({ approval }) => approval),
  );
  const times = new Map<string, number>();
  for (const { approval } of reads) {
    const subject = subjectOf(approval);
    if (subject !== null) times.set(subject, (times.get(subject) ?? 0) + 1);
  }
  const isAlone = ({ approval }: Read) => {
    const subject = subjectOf(approval);
    if (!isPast(approval, place) || known.ids.has(approval.id)) return false;
    return subject === null || (times.get(subject) === 1 && !known.subjects.has(subject));
  };
  const alone = reads.filter(isAlone);
  const rows = alone.map(({ approval, tokenId }) => rowOfUnknown(place, approval, tokenId));
  const around = await loadAround(tx, workspaceId, rows);
  const whole = rows.map((row) => filledIn(place, row, around(row)));
  const stored = await insertApprovals(tx, whole);
  await addEvents(
    tx,
    stored.flatMap((row) => changesOf(place.at, null, row, null)),
  );
  return reads.filter((read) => !isAlone(read));
}

function isPast({ status, createdAt }: UpstreamApproval, { connection }: Place): boolean {
  return (
    isApprovalStatus(status) &&
    status !== "pending" &&
    createdAt !== null &&
    createdAt < connection.watchingSince
  );
}

/** What is missing of it is not asked for again: nothing of it changes any more. */
function filledIn(place: Place, row: NewApprovalRow, around: Around): NewApprovalRow {
  const derived = deriveFrom(derivedFrom(row, null), around);
  return { ...wholeRow(place, null, row, derived, { isRead: true }), nextReadAt: null };
}
