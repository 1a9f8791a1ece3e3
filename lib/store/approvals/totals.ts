import { type SQL, sql } from "drizzle-orm";
import type { Sums } from "@/lib/domain/records";
import type { Db } from "@/lib/store/pool";
import { approvals } from "@/lib/store/schema";

export type ListTotals = { count: number; open: Sums; confirmed: Sums };

/** One aggregate over all that matches; the rules are the domain's sumsOf, word for word. */
export async function totalsOf(db: Db, where: SQL | undefined): Promise<ListTotals> {
  const isOpen = sql`${approvals.standing} in ('open', 'unreadable')`;
  const isConfirmed = sql`${approvals.standing} = 'confirmed'`;
  const [row] = await db
    .select({
      count: sql`count(*)`.mapWith(Number),
      open: sumsWhere(isOpen),
      confirmed: sumsWhere(isConfirmed),
    })
    .from(approvals)
    .where(where);
  if (!row) throw new Error("an aggregate always has a row");
  return { count: row.count, open: nested(row.open), confirmed: nested(row.confirmed) };
}

function sumsWhere(isCounted: SQL) {
  const isCharge = sql`${isCounted} and ${approvals.moneyKind} in ('charge', 'unknown')`;
  const isRelease = sql`${isCounted} and ${approvals.moneyKind} = 'release'`;
  const isAtStake = sql`${isCounted} and ${approvals.moneyKind} = 'at_stake'`;
  const most = sql`coalesce(${approvals.maxTotalCents}, ${approvals.totalCents})`;
  return {
    chargeMin: sumOf(sql`${approvals.totalCents}`, isCharge),
    chargeMax: sumOf(most, isCharge),
    chargeUnknown: unknownOf(isCharge),
    release: sumOf(sql`${approvals.totalCents}`, isRelease),
    releaseUnknown: unknownOf(isRelease),
    atStake: sumOf(sql`${approvals.totalCents}`, isAtStake),
    atStakeUnknown: unknownOf(isAtStake),
  };
}

function sumOf(cents: SQL, isCounted: SQL) {
  return sql`coalesce(sum(${cents}) filter (where ${isCounted}), 0)`.mapWith(Number);
}

function unknownOf(isCounted: SQL) {
  const isUnknown = sql`(${approvals.totalCents} is null or (${approvals.money} ->> 'atLeast')::boolean)`;
  return sql`count(*) filter (where ${isCounted} and ${isUnknown})`.mapWith(Number);
}

type FlatSums = { [K in keyof ReturnType<typeof sumsWhere>]: number };

function nested(flat: FlatSums): Sums {
  return {
    charge: { minCents: flat.chargeMin, maxCents: flat.chargeMax, unknownCount: flat.chargeUnknown },
    release: { cents: flat.release, unknownCount: flat.releaseUnknown },
    atStake: { cents: flat.atStake, unknownCount: flat.atStakeUnknown },
  };
}
