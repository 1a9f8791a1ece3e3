import type { UpstreamApproval } from "@/lib/domain/records";
import { clockOffset } from "@/lib/opentrain/clock-offset";

/** The way of an answer and two clocks that drift explain no more than that: the clock was moved, or this one is wrong. */
const toleranceMs = 2 * 60_000;

/** One answer of OpenTrain: when it was asked and answered by our clock, its `Date`, and the approval in it. */
export type Shown = { sentAt: Date; at: Date; date: Date | null; approval: UpstreamApproval | null };

type Doubted = { at: number; offset: number; isBelieved: boolean };

/**
 * What is to be added to our clock to get OpenTrain's, by what passes through. A `Date` far from what is known is
 * believed when the approval in the answer was made or settled that late, or when another answer says the same.
 */
export class TheirClocks {
  readonly #doubted = new Map<string, Doubted>();

  offset(connectionId: string, { sentAt, at, date, approval }: Shown, known: number): number {
    const offset = clockOffset(date?.toUTCString() ?? null, sentAt.getTime(), at.getTime(), known);
    if (offset === null) return known;
    if (isNear(offset, known)) {
      this.#doubted.delete(connectionId);
      return offset;
    }
    const before = this.#doubted.get(connectionId);
    // The same answer is looked at again where it could not be stored at once.
    const isSame = before?.at === at.getTime() && before.offset === offset;
    const isBelieved = isSame
      ? before.isBelieved
      : isBorneOut(approval, at, { known, offset }) ||
        (before !== undefined && isNear(before.offset, offset));
    this.#doubted.set(connectionId, { at: at.getTime(), offset, isBelieved });
    return isBelieved ? offset : known;
  }
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= toleranceMs;
}

/** Something in it happened after what we took for now, and before what its `Date` says is now. */
function isBorneOut(
  approval: UpstreamApproval | null,
  at: Date,
  { known, offset }: { known: number; offset: number },
): boolean {
  const times = [approval?.createdAt, approval?.resolvedAt].flatMap((time) => (time ? [time.getTime()] : []));
  return times.some(
    (time) => time > at.getTime() + known + toleranceMs && time <= at.getTime() + offset + toleranceMs,
  );
}
