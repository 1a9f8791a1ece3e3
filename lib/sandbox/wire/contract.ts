import { iso, isoOrNull } from "../clock";
import type { Guesses } from "../guesses";
import { dollarsFromCents } from "../money/cents";
import type { Contract, Milestone } from "../state/shapes";
import { budgetOut } from "./budget";
import { isHidden, milestoneOut } from "./milestone";
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
    estimatedTotalUsd: dollarsFromCents(shown.reduce((total, { amountCents }) => total + amountCents, 0)),
    estimatedVolume: estimatedVolume(contract, shown),
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

/** The page does not say what is estimated; here it is what the milestones add up to. */
function estimatedVolume({ paymentType }: Contract, milestones: Milestone[]): number | null {
  if (paymentType === "FIXED_PRICE") return null;
  const total = milestones.reduce((sum, { volume }) => sum + (volume ?? 0), 0);
  return total > 0 ? Number(total.toFixed(4)) : null;
}
