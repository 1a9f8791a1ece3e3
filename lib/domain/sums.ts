import type { Money, Sums } from "./records";

/** As much of an amount as adding it up takes. */
export type Summed = Pick<Money, "kind" | "totalCents" | "maxTotalCents" | "atLeast">;

/** Three sums that are never added together; an amount that is not known is counted, never taken for 0. */
export function sumsOf(items: Iterable<{ money: Summed }>): Sums {
  const sums: Sums = {
    charge: { minCents: 0, maxCents: 0, unknownCount: 0 },
    release: { cents: 0, unknownCount: 0 },
    atStake: { cents: 0, unknownCount: 0 },
  };
  for (const { money } of items) {
    const total = money.totalCents;
    const isUnknown = total === null || money.atLeast;
    switch (money.kind) {
      case "charge":
      case "unknown":
        sums.charge.minCents += total ?? 0;
        sums.charge.maxCents += money.maxTotalCents ?? total ?? 0;
        if (isUnknown) sums.charge.unknownCount += 1;
        break;
      case "release":
        sums.release.cents += total ?? 0;
        if (isUnknown) sums.release.unknownCount += 1;
        break;
      case "at_stake":
        sums.atStake.cents += total ?? 0;
        if (isUnknown) sums.atStake.unknownCount += 1;
        break;
    }
  }
  return sums;
}
