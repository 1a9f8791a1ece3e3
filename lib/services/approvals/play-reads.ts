import { lineageOf, subjectOf } from "@/lib/domain/lineage";
import type { UnknownRow } from "@/lib/services/approvals/apply-read";
import { type Around, derive, deriveFrom } from "@/lib/services/approvals/derive";
import { inLineage } from "@/lib/services/approvals/in-lineage";
import { changesOf } from "@/lib/services/approvals/tell-changes";
import { derivedFrom, type Place, wholeRow } from "@/lib/services/approvals/write-approval";
import { loadAround } from "@/lib/store/approvals/load-around";
import type { NewEvent } from "@/lib/store/events";
import { storedRow } from "@/lib/store/insert-rows";
import type { Tx } from "@/lib/store/pool";
import { type ApprovalRow, approvals } from "@/lib/store/schema";

type Played = {
  added: ApprovalRow[];
  /** Of those that were there already, as they were and as they are to be. */
  changed: { before: ApprovalRow; after: ApprovalRow }[];
  /** In the order in which one by one would tell them. */
  events: NewEvent[];
};

/** What applyRead would write for each of them, in their order; `siblings` are there already. Nothing is written. */
export async function playReads(
  tx: Tx,
  place: Place,
  rows: UnknownRow[],
  siblings: ApprovalRow[],
): Promise<Played> {
  const stored = new Map(siblings.map((row) => [row.id, row]));
  const now = new Map(stored);
  const families = new Map<string, Set<string>>();
  const join = (row: UnknownRow | ApprovalRow) => {
    const subject = subjectOf(row) ?? row.id;
    const family = families.get(subject) ?? new Set();
    families.set(subject, family.add(row.id));
    return [...family].flatMap((id) => (id === row.id ? [] : (now.get(id) ?? []))).toSorted(byId);
  };
  const around = await loadAround(tx, place.connection.workspaceId, rows);
  const released = new Map<string, Set<string>>();
  const events: NewEvent[] = [];

  async function write(
    before: ApprovalRow | null,
    wanted: ReturnType<typeof inLineage>,
  ): Promise<ApprovalRow[]> {
    if (!wanted) return before ? [before] : [];
    const from = derivedFrom(wanted.row, before);
    const derived = stored.has(wanted.row.id)
      ? await derive(tx, from)
      : deriveFrom(from, withReleases(around(wanted.row), released));
    const after = storedRow(approvals, wholeRow(place, before, wanted.row, derived, wanted));
    events.push(...changesOf(place.at, before, after, wanted.replacedAt));
    now.set(after.id, after);
    noteRelease(released, after);
    return [after];
  }

  for (const row of siblings) join(row);
  for (const row of rows) {
    const others = join(row);
    const lineages = lineageOf([...others, row]);
    const all = [...others, ...(await write(null, inLineage(null, row, lineages, others)))];
    for (const other of others) await write(other, inLineage(other, other, lineages, all));
  }
  return {
    added: rows.flatMap(({ id }) => now.get(id) ?? []),
    changed: siblings.flatMap((before) => {
      const after = now.get(before.id);
      return after && after !== before ? [{ before, after }] : [];
    }),
    events,
  };
}

/** Of a contract that is known, as far as it has been played. */
function withReleases(around: Around, released: ReadonlyMap<string, Set<string>>): Around {
  const more = around.contract && released.get(around.contract.id);
  if (!more) return around;
  return { ...around, confirmedReleases: new Set([...around.confirmedReleases, ...more]) };
}

function noteRelease(released: Map<string, Set<string>>, row: ApprovalRow): void {
  const { type, standing, contractId, milestoneId } = row;
  if (type !== "milestone_approve" || standing !== "confirmed" || !contractId || !milestoneId) return;
  released.set(contractId, (released.get(contractId) ?? new Set()).add(milestoneId));
}

function byId(a: ApprovalRow, b: ApprovalRow): number {
  return a.id < b.id ? -1 : 1;
}
