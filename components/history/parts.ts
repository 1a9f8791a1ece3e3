import type { HistorySums } from "@/lib/api/types";

/** Days next to each other that are asked for together: `from` inclusive and `to` exclusive, as the API takes them. */
export type Part = { from: string; to: string; firstRow: number; count: number };

/** Enough for a screen and its neighbours, and no day is asked for by itself that has only a few. */
const ROWS_A_PART = 100;

/** The list in parts that can be asked for in any order, so that a far jump skips what lies between. */
export function partsOf(
  days: HistorySums["days"],
  { from, to }: { from: Date | null; to: Date | null },
): Part[] {
  const parts: Part[] = [];
  let firstRow = 0;
  for (const day of days) {
    const last = parts.at(-1);
    if (last && last.count < ROWS_A_PART) {
      last.from = day.from;
      last.count += day.count;
    } else parts.push({ from: day.from, to: day.to, firstRow, count: day.count });
    firstRow += day.count;
  }
  // The filter may begin or end within a day.
  return parts.map((part) => ({
    ...part,
    from: from && from.toISOString() > part.from ? from.toISOString() : part.from,
    to: to && to.toISOString() < part.to ? to.toISOString() : part.to,
  }));
}

/** Which parts have any of these rows. */
export function partsWith(parts: readonly Part[], first: number, last: number): number[] {
  return parts.flatMap(({ firstRow, count }, index) =>
    firstRow <= last && firstRow + count > first ? [index] : [],
  );
}
