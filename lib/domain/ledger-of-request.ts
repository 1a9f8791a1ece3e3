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

/** Of a contract's entries those that tell of one confirmation, the oldest first. */
export function ledgerOfRequest(
  {
    type,
    status,
    resolvedAt,
    milestoneId,
  }: { type: string | null; status: string | null; resolvedAt: Date | null; milestoneId: string | null },
  entries: readonly LedgerRecord[],
): LedgerRecord[] {
  const kind = kindOf(type);
  if (status !== "confirmed" || resolvedAt === null) return [];
  const before = kind === "release" || kind === "end" ? SAME_MOMENT_MS : EARLIEST_BEFORE_MS;
  const isAboutIt = (entry: LedgerRecord) => milestoneId === null || entry.milestoneId === milestoneId;
  const after = ({ createdAt }: LedgerRecord) =>
    createdAt === null ? Number.NaN : createdAt.getTime() - resolvedAt.getTime();
  const own = entries.filter(
    (entry) =>
      entry.type !== null &&
      TYPES[kind].includes(entry.type) &&
      isAboutIt(entry) &&
      after(entry) >= -before &&
      after(entry) <= LATEST_AFTER_MS,
  );
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
}
