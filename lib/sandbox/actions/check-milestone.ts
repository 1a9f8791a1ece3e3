import { conflict, Refusal } from "../refusal";
import type { Contract, Milestone } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { milestoneStatus } from "../wire/milestone";

type Placed = { milestone: Milestone; contract: Contract };

export function findMilestone(tx: Transaction, accountId: string, milestoneId: string): Placed {
  const milestone = tx.get("milestones", milestoneId);
  if (!milestone || milestone.accountId !== accountId) {
    throw new Refusal("NOT_FOUND", "No such milestone.", { resource: "milestones", milestoneId });
  }
  return { milestone, contract: tx.must("contracts", milestone.contractId) };
}

export function mustBeFundable(tx: Transaction, { milestone, contract }: Placed): void {
  mustBeOpen({ milestone, contract });
  if (milestone.state !== "not_funded") {
    const status = milestoneStatus(milestone, tx.account(milestone.accountId).guesses);
    throw conflict("milestone_not_fundable", "This milestone cannot be funded.", { status });
  }
}

export function mustBeReleasable(tx: Transaction, { milestone, contract }: Placed): void {
  mustBeOpen({ milestone, contract });
  if (milestone.state === "funded") return;
  const status = milestoneStatus(milestone, tx.account(milestone.accountId).guesses);
  if (milestone.state === "not_funded") {
    throw conflict("milestone_not_funded", "Fund this milestone before asking for its release.", { status });
  }
  throw conflict("milestone_not_releasable", "This milestone cannot be released.", { status });
}

function mustBeOpen({ milestone, contract }: Placed): void {
  if (contract.status === "ended") throw contractEnded(contract.id);
  if (milestone.state === "cancelled") {
    throw conflict("milestone_cancelled", "This milestone has been cancelled.");
  }
}

export function contractEnded(contractId: string): Refusal {
  return conflict("contract_ended", "This contract has ended.", { contractId });
}
