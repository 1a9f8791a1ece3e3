import type { MilestoneRecord } from "./records";

/** `cents` null: no figure was ever read. `atLeast`: a part could not be placed or read. */
export type Escrow = { cents: number | null; atLeast: boolean; unreadable: string | null };

/** What a contract holds in escrow; a milestone OpenTrain no longer lists was refunded or cancelled. */
export function escrowOf(
  milestones: readonly MilestoneRecord[] | null,
  confirmedReleases: ReadonlySet<string> = new Set(),
): Escrow {
  if (milestones === null) return { cents: null, atLeast: false, unreadable: null };
  const held = withReleases(milestones, confirmedReleases).filter(({ goneAt }) => goneAt === null);
  const funded = held.filter(({ phase }) => phase === "funded" || phase === "submitted");
  const unread = funded.filter(({ amountCents }) => amountCents === null);
  const sum = funded.reduce((total, { amountCents }) => total + (amountCents ?? 0), 0);
  const atLeast = unread.length > 0 || held.some(({ phase }) => phase === "other");
  return {
    cents: sum === 0 && atLeast ? null : sum,
    atLeast,
    unreadable: unread.find(({ amountUnreadable }) => amountUnreadable !== null)?.amountUnreadable ?? null,
  };
}

/** A milestone whose release OpenTrain confirmed is released, whatever its state is called. */
export function withReleases<T extends Pick<MilestoneRecord, "id" | "phase">>(
  milestones: readonly T[],
  confirmedReleases: ReadonlySet<string>,
): T[] {
  return milestones.map((milestone) =>
    confirmedReleases.has(milestone.id) ? { ...milestone, phase: "released" } : milestone,
  );
}
