import type { Sums } from "./records";
import type { Summed } from "./sums";

export type Shortfall = { minCents: number; maxCents: number; atLeast: boolean };

/**
 * What the balance lacks for everything that waits; null only when it covers all of it for certain. With
 * nothing known missing but an amount unknown it is "at least 0".
 */
export function creditShortfall(availableCents: number, sums: Pick<Sums, "charge">): Shortfall | null {
  const { minCents, maxCents, unknownCount } = sums.charge;
  const atLeast = unknownCount > 0;
  if (maxCents <= availableCents && !atLeast) return null;
  return {
    minCents: Math.max(0, minCents - availableCents),
    maxCents: Math.max(0, maxCents - availableCents),
    atLeast,
  };
}

export type Cover = "covered" | "perhaps" | "not_covered";

/** Charges only, in the order given (nearest deadline first): how far the balance reaches. */
export function creditCovers(
  availableCents: number,
  waiting: Iterable<{ id: string; money: Summed }>,
): { id: string; cover: Cover }[] {
  const covers: { id: string; cover: Cover }[] = [];
  let least = 0;
  let most = 0;
  for (const { id, money } of waiting) {
    if (money.kind !== "charge" && money.kind !== "unknown") continue;
    least += money.totalCents ?? 0;
    most += money.maxTotalCents ?? money.totalCents ?? Number.POSITIVE_INFINITY;
    covers.push({
      id,
      cover: least > availableCents ? "not_covered" : most <= availableCents ? "covered" : "perhaps",
    });
  }
  return covers;
}
