import { and, eq, type SQL, sql } from "drizzle-orm";
import { SETTLED_PHASES } from "@/lib/domain/phase";
import type { Money, Outcomes, Standing, Sums } from "@/lib/domain/records";
import { type SumGroup, sumsOfGroups } from "@/lib/store/approvals/totals";
import type { Reads } from "@/lib/store/pool";
import { approvals } from "@/lib/store/schema";

export type Summed = { count: number; outcomes: Outcomes; confirmed: Sums };

/** When the first and the last of a workspace's requests were settled or asked; null where there are none. */
export async function listedBetween(
  db: Reads,
  workspaceId: string,
): Promise<{ from: Date; to: Date } | null> {
  const { rows } = await db.execute<{ first: string | null; last: string | null }>(sql`
    select extract(epoch from min(listed_at)) * 1000 as first, extract(epoch from max(listed_at)) * 1000 as last
    from approvals where ${eq(approvals.workspaceId, workspaceId)}`);
  const { first = null, last = null } = rows[0] ?? {};
  return first === null || last === null
    ? null
    : { from: new Date(Number(first)), to: new Date(Number(last)) };
}

/** The months of UTC ("2026-11") in which anything was listed that matches. */
export async function listedMonths(db: Reads, where: SQL | undefined): Promise<string[]> {
  const { rows } = await db.execute<{ month: string }>(sql`
    select distinct to_char(listed_at at time zone 'UTC', 'YYYY-MM') as month
    from approvals where ${and(where, sql`listed_at is not null`)}`);
  return rows.map(({ month }) => month);
}

type Grouped = SumGroup & { day: number | null; month: number | null; count: number };

/**
 * What was settled, added up by month and counted by day in one pass. `days` and `months` are the instants at
 * which each begins, oldest first; the answers stand in the same order, behind one for what lies before all.
 */
export async function historySums(
  db: Reads,
  where: SQL | undefined,
  { days, months }: { days: readonly Date[]; months: readonly Date[] },
): Promise<{ days: number[]; months: Summed[]; all: Summed }> {
  // The offset keeps the database from taking days for as many as there are instants, and sorting them all.
  const { rows } = await db.execute<Record<string, string | number | null>>(sql`
    select day, month, standing, money_kind, count(*) as count, coalesce(sum(total_cents), 0) as least,
      coalesce(sum(coalesce(max_total_cents, total_cents)), 0) as most,
      count(*) filter (where total_cents is null or at_least) as unknown
    from (
      select width_bucket(listed_at, ${instants(days)}) as day, width_bucket(listed_at, ${instants(months)}) as month,
        standing, money_kind, total_cents, max_total_cents, at_least
      from approvals where ${where}
      offset 0
    ) settled
    group by grouping sets ((day), (month, standing, money_kind))`);
  const groups = rows.map(groupOf);
  const byDay = new Map(
    groups.flatMap(({ standing, day, count }) => (standing === null ? [[day, count]] : [])),
  );
  const byMonth = groups.filter((group): group is Grouped => group.standing !== null);
  return {
    days: [...places(days)].map((day) => byDay.get(day) ?? 0),
    months: [...places(months)].map((month) => summed(byMonth.filter((group) => group.month === month))),
    all: summed(byMonth),
  };
}

/** What is dated at all lies behind a border; 0 is before the first of them. */
function places(borders: readonly Date[]): Iterable<number> {
  return Array.from({ length: borders.length + 1 }, (_, place) => place);
}

function instants(dates: readonly Date[]): SQL {
  return sql`${sql.param(dates.map((date) => date.toISOString()))}::timestamptz[]`;
}

function groupOf(row: Record<string, string | number | null>) {
  const number = (value: string | number | null | undefined) => Number(value ?? 0);
  return {
    day: row.day === null ? null : number(row.day),
    month: row.month === null ? null : number(row.month),
    // Written by our own code alone, which the compiler cannot follow.
    standing: row.standing as Standing | null,
    kind: row.money_kind as Money["kind"],
    count: number(row.count),
    least: number(row.least),
    most: number(row.most),
    unknown: number(row.unknown),
  };
}

function summed(groups: readonly Grouped[]): Summed {
  const outcomes = Object.fromEntries(
    SETTLED_PHASES.map((phase) => [
      phase,
      groups.filter(({ standing }) => standing === phase).reduce((sum, { count }) => sum + count, 0),
    ]),
  ) as Outcomes;
  return {
    count: groups.reduce((sum, { count }) => sum + count, 0),
    outcomes,
    confirmed: sumsOfGroups(groups, ["confirmed"]),
  };
}
