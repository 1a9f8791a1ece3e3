const DAY_MS = 86_400_000;
const MOST_SEGMENTS = 7;
const GAP = 3;

/** Dashes along a circle of length 100: one segment for each day of life, filled from the start. */
export function ringSegments(lifeMs: number, left: number): { track: string; left: string } {
  const days = Math.ceil(lifeMs / DAY_MS);
  const count = days > 1 && days <= MOST_SEGMENTS ? days : 1;
  const gap = count > 1 ? GAP : 0;
  const full = 100 / count;
  const filled = Array.from({ length: count }, (_, index) => {
    const share = Math.min(1, Math.max(0, left * count - index));
    const dash = share * (full - gap);
    return `${round(dash)} ${round(full - dash)}`;
  });
  return { track: `${round(full - gap)} ${round(gap)}`, left: filled.join(" ") };
}

function round(length: number): string {
  return String(Math.round(length * 100) / 100);
}
