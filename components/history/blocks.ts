import type { Line } from "./structure";

/** A line that is drawn, and where it stands in the list. */
export type Placed = { index: number; start: number; end: number; line: Line };

function monthOf(line: Line): string {
  return line.kind === "month" || line.kind === "sums" ? line.month.month : line.day.month;
}

/** Lines in their order, cut where the month changes. */
export function monthsIn(lines: readonly Placed[]): { month: string; of: Placed[] }[] {
  const months: { month: string; of: Placed[] }[] = [];
  for (const placed of lines) {
    const month = monthOf(placed.line);
    const last = months.at(-1);
    if (last?.month === month) last.of.push(placed);
    else months.push({ month, of: [placed] });
  }
  return months;
}

export type Block = { key: string; gap: number; day: string | null; lines: Placed[] };

/** Headings by themselves and the rows of a day together; `gap`: how far from what stands before. */
export function blocksIn(lines: readonly Placed[]): Block[] {
  const blocks: Block[] = [];
  let end: number | null = null;
  for (const placed of lines) {
    const { line, start } = placed;
    const day = line.kind === "row" ? line.day.day : null;
    const gap = end === null ? 0 : start - end;
    const last = blocks.at(-1);
    if (day !== null && last?.day === day) last.lines.push(placed);
    else blocks.push({ key: `${line.kind}${placed.index}`, gap, day, lines: [placed] });
    end = placed.end;
  }
  return blocks;
}
