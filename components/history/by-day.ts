import type { Approval } from "@/lib/api/types";
import { calendarDay } from "@/lib/domain/calendar-day";

type Settled = Pick<Approval, "settledAt">;

/** Rows in the order they came, cut where the day changes in the reader's zone. `day` is "2026-11-21". */
export function byDay<T extends Settled>(
  approvals: readonly T[],
  timeZone: string,
): { day: string; rows: T[] }[] {
  const days: { day: string; rows: T[] }[] = [];
  for (const approval of approvals) {
    const { settledAt } = approval;
    const day = dayOf(settledAt === null ? null : new Date(settledAt), timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(approval);
    else days.push({ day, rows: [approval] });
  }
  return days;
}

/** The calendar day in a zone, as sortable text; empty when it is not known. */
export function dayOf(date: Date | null, timeZone: string): string {
  return date === null ? "" : calendarDay(date, timeZone);
}
