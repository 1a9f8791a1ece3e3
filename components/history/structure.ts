import type { HistorySums } from "@/lib/api/types";

export type Month = HistorySums["months"][number];
export type Day = HistorySums["days"][number] & { month: string };

/**
 * One line of the long list. `row`: its place among all rows; `inDay`: its place in its day.
 */
export type Line =
  | { kind: "month"; month: Month }
  | { kind: "sums"; month: Month }
  | { kind: "day"; day: Day }
  | { kind: "row"; day: Day; row: number; inDay: number };

type Segment = { start: number; month: Month; day: Day | null; firstRow: number };

/** Where everything stands in a list of which only the counts are known: no row of it needs to be here. */
export type Structure = {
  lines: number;
  rows: number;
  lineAt: (index: number) => Line;
  /** The line of a month's heading, and of the day's heading a line belongs to. */
  monthLine: (month: string) => number | null;
  headingsOf: (index: number) => { month: number; day: number | null };
  lineOfRow: (row: number) => number;
};

const HEAD_LINES = 2;

export function structureOf({ months, days }: Pick<HistorySums, "months" | "days">): Structure {
  const segments: Segment[] = [];
  const monthStarts = new Map<string, number>();
  let [line, row] = [0, 0];
  for (const month of months) {
    monthStarts.set(month.month, line);
    segments.push({ start: line, month, day: null, firstRow: row });
    line += HEAD_LINES;
    for (const given of days) {
      if (!given.day.startsWith(month.month)) continue;
      segments.push({ start: line, month, day: { ...given, month: month.month }, firstRow: row });
      line += 1 + given.count;
      row += given.count;
    }
  }
  const segmentAt = (index: number) => lastBefore(segments, (segment) => segment.start <= index);
  return {
    lines: line,
    rows: row,
    lineAt(index) {
      const { start, month, day, firstRow } = segmentAt(index);
      const within = index - start;
      if (day === null) return { kind: within === 0 ? "month" : "sums", month };
      return within === 0
        ? { kind: "day", day }
        : { kind: "row", day, row: firstRow + within - 1, inDay: within - 1 };
    },
    monthLine: (month) => monthStarts.get(month) ?? null,
    headingsOf(index) {
      const { start, month, day } = segmentAt(index);
      return { month: monthStarts.get(month.month) ?? 0, day: day === null ? null : start };
    },
    lineOfRow(wanted) {
      const { start, firstRow } = lastBefore(
        segments,
        (segment) => segment.firstRow <= wanted && segment.firstRow >= 0,
      );
      return start + 1 + wanted - firstRow;
    },
  };
}

/** The last one of which it is true; true of the first, and of none after one of which it is not. */
function lastBefore(segments: readonly Segment[], isBefore: (segment: Segment) => boolean): Segment {
  let [low, high] = [0, segments.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const segment = segments[middle];
    if (segment && isBefore(segment)) low = middle;
    else high = middle - 1;
  }
  const found = segments[low];
  if (!found) throw new Error("an empty history has no lines");
  return found;
}

/** Only what is counted day by day can be laid out before it is loaded. */
export function hasEveryDay({ count, days }: Pick<HistorySums, "count" | "days">): boolean {
  return days.reduce((sum, day) => sum + day.count, 0) === count;
}
