import { milestonesOf } from "../actions/check-contract";
import { type Charge, fundCharge, hireCharge } from "../money/fees";
import type { Account, Approval, Candidate, Milestone } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { displayName } from "../wire/person";

/** Everything the screen of one approval shows, read in one step. */
export type Described = {
  account: Account;
  approval: Approval;
  now: number;
  title: string;
  jobTitle: string;
  askedBy: string;
  freelancer: string;
  milestone: Milestone | null;
  escrow: Milestone[];
  charge: Charge | null;
};

const TITLES: Record<Approval["type"], string> = {
  proposal_hire: "Hire",
  milestone_fund: "Fund a milestone",
  milestone_approve: "Release a payment",
  contract_end: "End a contract",
};

export function describeApproval(tx: Transaction, approval: Approval): Described {
  const account = tx.account(approval.accountId);
  const contract = approval.contractId === null ? undefined : tx.get("contracts", approval.contractId);
  const milestone = approval.milestoneId === null ? undefined : tx.get("milestones", approval.milestoneId);
  const proposal = approval.proposalId === null ? undefined : tx.get("proposals", approval.proposalId);
  const candidate: Candidate | undefined = contract?.candidate ?? proposal?.candidate;
  const escrow = contract ? milestonesOf(tx, contract).filter(({ state }) => state === "funded") : [];
  const freelancer = candidate ? displayName(candidate) : "Freelancer";
  return {
    account,
    approval,
    now: tx.now(account.id),
    title: approval.type === "proposal_hire" ? `Hire ${freelancer}` : TITLES[approval.type],
    jobTitle: tx.get("jobs", approval.jobId)?.title ?? "",
    askedBy: tx.get("tokens", approval.requestedBy)?.name ?? "a token that is gone",
    freelancer,
    milestone: milestone ?? null,
    escrow,
    charge: chargeOf(account, approval, milestone),
  };
}

function chargeOf(account: Account, approval: Approval, milestone: Milestone | undefined): Charge | null {
  if (approval.terms) return hireCharge(approval.terms.amountCents);
  if (approval.type !== "milestone_fund" || !milestone) return null;
  return fundCharge(milestone.amountCents, account.guesses.fundFeePercent);
}

export function escrowCents(escrow: Milestone[]): number {
  return escrow.reduce((total, { amountCents }) => total + amountCents, 0);
}
