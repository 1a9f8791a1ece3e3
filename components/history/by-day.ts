import type { Approval } from "@/lib/api/types";
import { calendarDay } from "@/lib/domain/calendar-day";
import { settledAt } from "@/lib/domain/standing";

type Settled = Pick<Approval, "resolvedAt" | "expiresAt">;

/** Rows in the order they came, cut where the day changes in the reader's zone. `day` is "2026-11-21". */
export function byDay<T extends Settled>(
  approvals: readonly T[],
  timeZone: string,
): { day: string; rows: T[] }[] {
  const days: { day: string; rows: T[] }[] = [];
  for (const approval of approvals) {
    const day = dayOf(settledInstant(approval), timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(approval);
    else days.push({ day, rows: [approval] });
  }
  return days;
}

export function settledInstant({ resolvedAt, expiresAt }: Settled): Date | null {
  return settledAt({
    resolvedAt: resolvedAt === null ? null : new Date(resolvedAt),
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
  });
}

/** The calendar day in a zone, as sortable text; empty when it is not known. */
export function dayOf(date: Date | null, timeZone: string): string {
  return date === null ? "" : calendarDay(date, timeZone);
}
