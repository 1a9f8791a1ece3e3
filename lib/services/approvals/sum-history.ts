import type { ApprovalListing } from "@/lib/domain/listing/listing";
import {
  type CalendarDay,
  type CalendarMonth,
  monthsApart,
  monthsAround,
  monthsBetween,
} from "@/lib/domain/months-in-zone";
import { planList } from "@/lib/services/approvals/plan-list";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { historySums, listedBetween, listedMonths, type Summed } from "@/lib/store/approvals/history-sums";
import { type ListFilter, matches } from "@/lib/store/approvals/list-filter";

export type SummedHistory = {
  all: Summed;
  months: (Summed & Omit<CalendarMonth, "days">)[];
  days: (CalendarDay & { count: number })[];
  asOf: Date;
};

const MOST_IN_A_ROW = 20 * 12;

/** What a filter of settled requests adds up to, by the days and months of a zone, newest first. */
export async function sumHistory({
  ctx,
  input: { timeZone, ...listing },
}: {
  ctx: Ctx;
  input: ApprovalListing & { timeZone: string };
}): Promise<SummedHistory> {
  requirePermission(ctx, "read");
  const { asOf, filter } = await planList(ctx, listing);
  const months = await monthsOf(ctx, listing, filter, timeZone);
  const days = months.flatMap((month) => month.days);
  const sums = await historySums(ctx.db, matches(filter), {
    days: days.map((day) => day.from),
    months: months.map((month) => month.from),
  });
  return {
    all: sums.all,
    months: months
      .flatMap(({ days: _, ...month }, index) => withCount(month, sums.months[index + 1]))
      .reverse(),
    days: days.flatMap((day, index) => withCount(day, { count: sums.days[index + 1] ?? 0 })).reverse(),
    asOf,
  };
}

/** Where one date is far off, only the months that have something: the rest would be without end. */
async function monthsOf(
  ctx: Ctx,
  listing: ApprovalListing,
  filter: ListFilter,
  timeZone: string,
): Promise<CalendarMonth[]> {
  const span = await listedBetween(ctx.db, ctx.workspaceId);
  if (span === null) return [];
  const from = laterOf(span.from, listing.from);
  const to = earlierOf(span.to, listing.to);
  if (monthsApart(from, to) <= MOST_IN_A_ROW) return monthsBetween(from, to, timeZone);
  return monthsAround(await listedMonths(ctx.db, matches(filter)), timeZone);
}

function withCount<T extends object, S extends { count: number }>(
  place: T,
  summed: S | undefined,
): (T & S)[] {
  return summed && summed.count > 0 ? [{ ...place, ...summed }] : [];
}

function laterOf(a: Date, b: Date | null): Date {
  return b !== null && b > a ? b : a;
}

function earlierOf(a: Date, b: Date | null): Date {
  return b !== null && b < a ? b : a;
}
