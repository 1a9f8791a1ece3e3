import { isoOrNull } from "../clock";
import { type Guesses, HOURS_DECIMALS } from "../guesses";
import { dollarsFromCents } from "../money/cents";
import type { Contract, Milestone } from "../state/shapes";
import { milestoneStatus } from "./milestone";

type BudgetState = "OK" | "LOW" | "DEPLETED";

const LOW_FROM = 0.8;
const DEPLETED_FROM = 1;

/** What was paid for against what was used, in the contract's own unit. Fixed prices have no volume. */
export function budgetOut(contract: Contract, milestones: Milestone[], guesses: Guesses) {
  const funded = milestones.filter(({ state }) => state === "funded" || state === "released");
  const active = milestones.find(({ state }) => state === "funded");
  const { seconds = 0, labels = 0, tasks = 0, lastAt = null } = contract.usage ?? {};
  const hours = rounded(seconds / 3600, HOURS_DECIMALS);
  const byVolume = contract.paymentType !== "FIXED_PRICE";
  const consumed = contract.paymentType === "PAY_PER_HOUR" ? hours : labels;
  const fundedVolume = byVolume ? rounded(total(funded.map(({ volume }) => volume ?? 0)), 4) : 0;
  const consumedVolume = byVolume ? consumed : 0;
  const fraction = fundedVolume > 0 ? rounded(consumedVolume / fundedVolume, 4) : 0;
  return {
    contractId: contract.id,
    paymentType: contract.paymentType,
    state: stateOf(fraction),
    fundedVolume,
    fundedAmountUsd: dollarsFromCents(total(funded.map(({ amountCents }) => amountCents))),
    consumed: { seconds, hours, labels, tasks },
    consumedVolume,
    remainingVolume: Math.max(0, rounded(fundedVolume - consumedVolume, 4)),
    consumedFraction: fraction,
    activeMilestone: active
      ? {
          id: active.id,
          name: active.name,
          amountUsd: dollarsFromCents(active.amountCents),
          volume: active.volume,
          status: milestoneStatus(active, guesses),
        }
      : null,
    lastUsageAt: isoOrNull(lastAt),
  };
}

function stateOf(fraction: number): BudgetState {
  if (fraction >= DEPLETED_FROM) return "DEPLETED";
  return fraction >= LOW_FROM ? "LOW" : "OK";
}

function total(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
