import { iso, isoOrNull } from "../clock";
import { CANCELLED_SPELLING, type Guesses, REFUNDED_SPELLING } from "../guesses";
import { dollarsFromCents } from "../money/cents";
import type { Milestone } from "../state/shapes";
import { show } from "./show";

export function milestoneStatus(milestone: Milestone, guesses: Guesses): string {
  switch (milestone.state) {
    case "not_funded":
      return "NOT_FUNDED";
    case "funded":
      return "ACTIVE_FUNDED";
    case "released":
      return guesses.releasedSpelling;
    case "cancelled":
      return CANCELLED_SPELLING;
    case "refunded":
      return REFUNDED_SPELLING;
  }
}

export function isHidden(milestone: Milestone): boolean {
  if (milestone.shown !== undefined) return milestone.shown === "nothing";
  return milestone.state === "cancelled" || milestone.state === "refunded";
}

export function milestoneOut(milestone: Milestone, guesses: Guesses) {
  const submitted = guesses.handInFlag && milestone.handedIn && milestone.state === "funded";
  return show(milestone, {
    id: milestone.id,
    name: milestone.name,
    description: milestone.description,
    status: milestoneStatus(milestone, guesses),
    amountUsd: dollarsFromCents(milestone.amountCents),
    volume: milestone.volume,
    milestoneNumber: milestone.number,
    dueDate: isoOrNull(milestone.dueDate),
    pendingApproval: submitted,
    needsReview: submitted,
    invoiceId: milestone.invoiceId,
    createdAt: iso(milestone.createdAt),
  });
}
