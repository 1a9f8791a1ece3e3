import { dayBefore, dayInZone, startOfDay } from "@/lib/domain/days-in-zone";
import type { ApprovalListing } from "@/lib/domain/listing/listing";
import { monthAfter, monthBefore } from "@/lib/domain/months-in-zone";

export const PERIODS = ["all", "this_month", "last_month", "this_quarter", "this_year"] as const;
export type Period = (typeof PERIODS)[number];
export type Span = Pick<ApprovalListing, "from" | "to">;

/** The whole calendar of the period in the zone, also the part of it that is still to come. */
export function spanOf(period: Period, now: Date, timeZone: string): Span {
  const month = dayInZone(now, timeZone).slice(0, 7);
  const year = month.slice(0, 4);
  const quarter = Math.floor((Number(month.slice(5)) - 1) / 3) * 3 + 1;
  const first = `${year}-${String(quarter).padStart(2, "0")}`;
  const start = (of: string) => startOfDay(`${of}-01`, timeZone);
  switch (period) {
    case "all":
      return { from: null, to: null };
    case "this_month":
      return { from: start(month), to: start(monthAfter(month)) };
    case "last_month":
      return { from: start(monthBefore(month)), to: start(month) };
    case "this_quarter":
      return { from: start(first), to: start(monthAfter(monthAfter(monthAfter(first)))) };
    case "this_year":
      return { from: start(`${year}-01`), to: start(`${Number(year) + 1}-01`) };
  }
}

/** The name of what is asked for, where it has one. */
export function periodIn({ from, to }: Span, now: Date, timeZone: string): Period | null {
  const isSame = (a: Date | null, b: Date | null) => a?.getTime() === b?.getTime();
  return (
    PERIODS.find((period) => {
      const span = spanOf(period, now, timeZone);
      return isSame(span.from, from) && isSame(span.to, to);
    }) ?? null
  );
}

/** The days a span takes in, for fields and words; null where it is open or cut within a day. */
export function daysOf({ from, to }: Span, timeZone: string): { first: string | null; last: string | null } {
  const wholeDay = (at: Date | null) => {
    const day = at && dayInZone(at, timeZone);
    return day && startOfDay(day, timeZone)?.getTime() === at.getTime() ? day : null;
  };
  const end = wholeDay(to);
  return { first: wholeDay(from), last: end && dayBefore(end) };
}
