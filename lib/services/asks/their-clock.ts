import type { UpstreamApproval } from "@/lib/domain/records";
import { clockOffset } from "@/lib/opentrain/clock-offset";

/** The way of an answer and two clocks that drift explain no more than that: the clock was moved, or this one is wrong. */
const toleranceMs = 2 * 60_000;

/** One answer of OpenTrain: when it was asked and answered by our clock, and its `Date`. */
type Shown = { sentAt: Date; at: Date; date: Date | null };

/**
 * What is to be added to our clock to get OpenTrain's, by an answer that passed through. A `Date` far from what
 * is known is believed when the approval in the answer was made or settled that late, or when another answer
 * says the same: that was known when it came, and is kept with it, since whoever settles it may be another.
 */
export function theirOffset(
  shown: Shown & { approval: UpstreamApproval | null; isWitnessed: boolean },
  known: number,
): number {
  const offset = offsetOf(shown, known);
  if (offset === null) return known;
  return isNear(offset, known) || shown.isWitnessed || isBorneOut(shown, { known, offset }) ? offset : known;
}

/** What the last answer of each connection said, so that the next can be held against it. */
export class Witnesses {
  readonly #last = new Map<string, number>();

  /** Whether the answer before this one showed the same clock. */
  hear(connectionId: string, shown: Shown): boolean {
    const offset = offsetOf(shown, null);
    if (offset === null) return false;
    const before = this.#last.get(connectionId);
    this.#last.set(connectionId, offset);
    return before !== undefined && isNear(before, offset);
  }
}

function offsetOf({ sentAt, at, date }: Shown, known: number | null): number | null {
  return clockOffset(date?.toUTCString() ?? null, sentAt.getTime(), at.getTime(), known);
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= toleranceMs;
}

/** Something in it happened after what we took for now, and before what its `Date` says is now. */
function isBorneOut(
  { approval, at }: { approval: UpstreamApproval | null; at: Date },
  { known, offset }: { known: number; offset: number },
): boolean {
  const times = [approval?.createdAt, approval?.resolvedAt].flatMap((time) => (time ? [time.getTime()] : []));
  return times.some(
    (time) => time > at.getTime() + known + toleranceMs && time <= at.getTime() + offset + toleranceMs,
  );
}
