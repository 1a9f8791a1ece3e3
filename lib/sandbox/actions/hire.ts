import { type Requested, requestApproval } from "../approvals/request";
import type { Caller } from "../caller";
import { hireCharge } from "../money/fees";
import { canPay, paymentRequired } from "../money/pay";
import type { Transaction } from "../state/transaction";
import { findProposal, mustBeFit, mustBeHirable } from "./check-proposal";
import { parseHireBody } from "./hire-terms";

export function askToHire(tx: Transaction, caller: Caller, proposalId: string, body: unknown): Requested {
  const { terms, override } = parseHireBody(body);
  const proposal = findProposal(tx, caller.account.id, proposalId);
  mustBeHirable(proposal);
  mustBeFit(proposal, override);
  const charge = hireCharge(terms.amountCents);
  if (!canPay(caller.account, charge, "card") && !canPay(caller.account, charge, "credits")) {
    throw paymentRequired(caller.origin);
  }
  return requestApproval(tx, caller, {
    type: "proposal_hire",
    jobId: proposal.jobId,
    proposalId,
    contractId: null,
    milestoneId: null,
    terms,
  });
}
