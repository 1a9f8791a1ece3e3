import { byDay } from "@/components/history/by-day";
import type { Approval, HistorySums, Summed } from "@/lib/api/types";
import { SETTLED_PHASES } from "@/lib/domain/phase";
import { sumsOf } from "@/lib/domain/sums";
import { FIXTURE_NOW } from "./fixture-clock";

/** What the server would say of these, in which order they come. */
export function historySumsOf(approvals: readonly Approval[], timeZone: string): HistorySums {
  const days = byDay(
    approvals.toSorted((a, b) => ((a.settledAt ?? "") < (b.settledAt ?? "") ? 1 : -1)),
    timeZone,
  );
  const months = [...new Set(days.map(({ day }) => day.slice(0, 7)))];
  return {
    timeZone,
    ...summed(approvals),
    months: months.map((month) => ({
      month,
      from: `${month}-01T00:00:00.000Z`,
      to: `${month}-28T00:00:00.000Z`,
      ...summed(days.filter(({ day }) => day.startsWith(month)).flatMap(({ rows }) => rows)),
    })),
    days: days.map(({ day, rows }) => ({
      day,
      from: `${day}T00:00:00.000Z`,
      to: `${day}T23:59:59.000Z`,
      count: rows.length,
    })),
    asOf: FIXTURE_NOW,
  };
}

function summed(approvals: readonly Approval[]): Summed {
  const outcomes = SETTLED_PHASES.map((phase) => [
    phase,
    approvals.filter((one) => one.phase === phase).length,
  ]);
  return {
    count: approvals.length,
    outcomes: Object.fromEntries(outcomes) as Summed["outcomes"],
    confirmed: sumsOf(approvals.filter(({ phase }) => phase === "confirmed")),
  };
}
