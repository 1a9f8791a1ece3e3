import { conflict, Refusal } from "../refusal";
import type { Proposal } from "../state/shapes";
import type { Transaction } from "../state/transaction";

/** A proposal on another account's job exists but is forbidden, unlike most other things. */
export function findProposal(tx: Transaction, accountId: string, proposalId: string): Proposal {
  const proposal = tx.get("proposals", proposalId);
  if (!proposal) {
    throw new Refusal("NOT_FOUND", "No such proposal.", { resource: "proposals", proposalId });
  }
  if (proposal.accountId !== accountId) {
    throw new Refusal("FORBIDDEN", "This proposal is on another account's job.");
  }
  return proposal;
}

export function mustBeHirable(proposal: Proposal): void {
  if (proposal.status === "HIRED") {
    throw conflict("already_accepted", "This proposal was already hired.");
  }
}

export function mustBeFit(proposal: Proposal, override: boolean): void {
  if (proposal.status === "NOT_A_FIT" && !override) {
    throw conflict(
      "not_fit_confirmation_required",
      "This proposal was marked Not a fit. Send confirmNotFitOverride to go on.",
    );
  }
}
