import { type Kind, kindOf } from "./consequences";
import type { LedgerRecord } from "./records";

/** OpenTrain writes its ledger as it executes; a little later is still the same confirmation. */
const LATEST_AFTER_MS = 5 * 60_000;
/** An entry may be dated just before the confirmation it belongs to. */
const EARLIEST_BEFORE_MS = 60_000;
/** Fees are taken in the same moment as the hold they come with; a payout that soon after is another matter. */
const SAME_MOMENT_MS = 2_000;

const TYPES: Record<Kind, readonly string[]> = {
  hire: ["HOLD"],
  fund: ["HOLD"],
  release: ["CAPTURE"],
  end: ["CAPTURE", "HOLD_RELEASE", "REFUND"],
  unknown: [],
};

type Asked = {
  type: string | null;
  status: string | null;
  resolvedAt: Date | null;
  proposalId: string | null;
  milestoneId: string | null;
};

/**
 * Of a contract's entries those that tell of one confirmation, the oldest first. `releasedIds`: milestones that
 * were paid out by a request of their own.
 */
export function ledgerOfRequest(
  { type, status, resolvedAt, proposalId, milestoneId }: Asked,
  entries: readonly LedgerRecord[],
  releasedIds: ReadonlySet<string> = new Set(),
): LedgerRecord[] {
  const kind = kindOf(type);
  if (status !== "confirmed" || resolvedAt === null) return [];
  const before = kind === "release" || kind === "end" ? SAME_MOMENT_MS : EARLIEST_BEFORE_MS;
  const after = ({ createdAt }: LedgerRecord) =>
    createdAt === null ? Number.NaN : createdAt.getTime() - resolvedAt.getTime();
  const isAboutIt = (entry: LedgerRecord) => milestoneId === null || entry.milestoneId === milestoneId;
  const isReleased = (entry: LedgerRecord) =>
    entry.type === "CAPTURE" && entry.milestoneId !== null && releasedIds.has(entry.milestoneId);
  const near = entries.filter(
    (entry) =>
      entry.type !== null &&
      TYPES[kind].includes(entry.type) &&
      after(entry) >= -before &&
      after(entry) <= LATEST_AFTER_MS,
  );
  const own = ownOf();
  const holds = own.filter(({ type: of }) => of === "HOLD");
  const fees = entries.filter(
    (entry) =>
      entry.type === "CAPTURE" &&
      holds.some(
        (hold) => hold.id === entry.holdEntryId && Math.abs(after(entry) - after(hold)) <= SAME_MOMENT_MS,
      ),
  );
  return [...new Set([...own, ...fees])].toSorted(
    (a, b) => after(a) - after(b) || (a.type === "HOLD" ? -1 : b.type === "HOLD" ? 1 : a.id < b.id ? -1 : 1),
  );

  function ownOf(): LedgerRecord[] {
    if (kind === "hire") return ofHire();
    const found = near.filter(isAboutIt);
    if (kind === "end") return found.filter((entry) => !isReleased(entry));
    return milestoneId === null ? firstOf(found) : found;
  }

  /** What is funded later on the same contract is another request's. */
  function ofHire(): LedgerRecord[] {
    const named = near.filter((entry) => entry.proposalId !== null && entry.proposalId === proposalId);
    if (named.length > 0) return firstOf(named);
    return firstOf(near.filter((entry) => entry.proposalId === null || proposalId === null));
  }

  function firstOf(found: LedgerRecord[]): LedgerRecord[] {
    const first = Math.min(...found.map(after));
    return found.filter((entry) => after(entry) - first <= SAME_MOMENT_MS);
  }
}
