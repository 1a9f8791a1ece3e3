/**
 * What looking again by the clock may cost, however many wait: so many calls in a minute, and so many of them at
 * once. What the feed names, what a person opens and what is just told to us is read besides.
 */
export const SCHEDULED_CALLS_A_MINUTE = 120;
export const MOST_SCHEDULED_AT_ONCE = 40;

const stepMs = 60_000 / SCHEDULED_CALLS_A_MINUTE;
const leadMs = MOST_SCHEDULED_AT_ONCE * stepMs;

/** `readsAt`: when the next call would come if none could be made early. */
export function callsAllowed(readsAt: Date | null, at: Date): number {
  return Math.max(0, Math.floor((at.getTime() + leadMs - nextOf(readsAt, at)) / stepMs));
}

export function afterCalls(readsAt: Date | null, at: Date, calls: number): Date {
  return new Date(nextOf(readsAt, at) + calls * stepMs);
}

/** Further off than that it was written before a clock went back. */
function nextOf(readsAt: Date | null, at: Date): number {
  const next = readsAt?.getTime() ?? 0;
  return next > at.getTime() + 2 * leadMs ? at.getTime() : Math.max(next, at.getTime());
}
