const firstMs = 500;
const longestMs = 30_000;

/** A part that ran this long was healthy: what went wrong before it does not count any more. */
export const healthyMs = 60_000;

/** How long to wait before the next try: half a second, doubled each time, 30 s at most. */
export function backoffMs(failuresBefore: number): number {
  return Math.min(firstMs * 2 ** failuresBefore, longestMs);
}

/** How many failures in a row this one makes, given how long the part had run. */
export function failuresAfter(failuresBefore: number, ranMs: number): number {
  return ranMs >= healthyMs ? 1 : failuresBefore + 1;
}
