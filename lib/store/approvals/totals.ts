import { type SQL, sql } from "drizzle-orm";
import type { Money, Standing, Sums } from "@/lib/domain/records";
import type { Reads } from "@/lib/store/pool";
import { approvals } from "@/lib/store/schema";

export type ListTotals = { count: number; open: Sums; confirmed: Sums };

/** One aggregate over all that matches, by standing and kind; the rules are the domain's sumsOf, word for word. */
export async function totalsOf(db: Reads, where: SQL | undefined): Promise<ListTotals> {
  const groups = await db
    .select({
      standing: approvals.standing,
      kind: approvals.moneyKind,
      count: sql`count(*)`.mapWith(Number),
      least: sql`coalesce(sum(${approvals.totalCents}), 0)`.mapWith(Number),
      most: sql`coalesce(sum(coalesce(${approvals.maxTotalCents}, ${approvals.totalCents})), 0)`.mapWith(
        Number,
      ),
      unknown: sql`count(*) filter (where ${approvals.totalCents} is null or approvals.at_least)`.mapWith(
        Number,
      ),
    })
    .from(approvals)
    .where(where)
    .groupBy(approvals.standing, approvals.moneyKind);
  return {
    count: groups.reduce((sum, { count }) => sum + count, 0),
    open: sumsOfGroups(groups, ["open", "unreadable"]),
    confirmed: sumsOfGroups(groups, ["confirmed"]),
  };
}

export type SumGroup = {
  standing: Standing;
  kind: Money["kind"];
  least: number;
  most: number;
  unknown: number;
};

export function sumsOfGroups(all: readonly SumGroup[], standings: Standing[]): Sums {
  const of = (kinds: Money["kind"][]) =>
    all
      .filter(({ standing, kind }) => standings.includes(standing) && kinds.includes(kind))
      .reduce(
        (sum, { least, most, unknown }) => ({
          least: sum.least + least,
          most: sum.most + most,
          unknown: sum.unknown + unknown,
        }),
        { least: 0, most: 0, unknown: 0 },
      );
  const [charge, release, atStake] = [of(["charge", "unknown"]), of(["release"]), of(["at_stake"])];
  return {
    charge: { minCents: charge.least, maxCents: charge.most, unknownCount: charge.unknown },
    release: { cents: release.least, unknownCount: release.unknown },
    atStake: { cents: atStake.least, unknownCount: atStake.unknown },
  };
}
