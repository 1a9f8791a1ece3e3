import { iso, isoOrNull } from "../clock";
import type { Guesses } from "../guesses";
import { dollarsFromCents } from "../money/cents";
import type { Contract, Milestone } from "../state/shapes";
import { isHidden, milestoneOut, milestoneStatus } from "./milestone";
import { freelancerOut } from "./person";
import { show } from "./show";

export function contractOut(contract: Contract, milestones: Milestone[], guesses: Guesses) {
  const shown = milestones.filter((milestone) => !isHidden(milestone)).sort((a, b) => a.number - b.number);
  return show(contract, {
    id: contract.id,
    status: contract.status,
    title: contract.title,
    jobId: contract.jobId,
    proposalId: contract.proposalId,
    paymentType: contract.paymentType,
    rateUsd: contract.rateUsd,
    estimatedTotalUsd: dollarsFromCents(sum(shown)),
    estimatedVolume: null,
    hasActiveMilestone: shown.some((milestone) => milestone.state === "funded"),
    startDate: iso(contract.startDate),
    endDate: isoOrNull(contract.endDate),
    createdAt: iso(contract.createdAt),
    updatedAt: iso(contract.updatedAt),
    freelancer: freelancerOut(contract.candidate),
    milestones: shown.map((milestone) => milestoneOut(milestone, guesses)),
  });
}

/** The detail read carries two things the list does not. */
export function contractDetailOut(contract: Contract, milestones: Milestone[], guesses: Guesses) {
  return show(contract, {
    ...contractOut(contract, milestones, guesses),
    jobDmConversationId: contract.conversationId,
    budget: budgetOut(contract, milestones, guesses),
  });
}

/** Nothing is consumed here, so the state never leaves OK. */
function budgetOut(contract: Contract, milestones: Milestone[], guesses: Guesses) {
  const funded = milestones.filter(({ state }) => state === "funded" || state === "released");
  const active = milestones.find(({ state }) => state === "funded");
  const fundedVolume = funded.reduce((total, { volume }) => total + (volume ?? 0), 0);
  return {
    contractId: contract.id,
    paymentType: contract.paymentType,
    state: "OK",
    fundedVolume,
    fundedAmountUsd: dollarsFromCents(sum(funded)),
    consumed: { seconds: 0, hours: 0, labels: 0, tasks: 0 },
    consumedVolume: 0,
    remainingVolume: fundedVolume,
    consumedFraction: 0,
    activeMilestone: active
      ? {
          id: active.id,
          name: active.name,
          amountUsd: dollarsFromCents(active.amountCents),
          volume: active.volume,
          status: milestoneStatus(active, guesses),
        }
      : null,
    lastUsageAt: null,
  };
}

function sum(milestones: Milestone[]): number {
  return milestones.reduce((total, { amountCents }) => total + amountCents, 0);
}
