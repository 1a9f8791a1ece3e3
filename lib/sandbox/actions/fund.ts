import { type Requested, requestApproval } from "../approvals/request";
import type { Caller } from "../caller";
import { fundCharge } from "../money/fees";
import { canPay, paymentRequired } from "../money/pay";
import type { Transaction } from "../state/transaction";
import { findMilestone, mustBeFundable } from "./check-milestone";

export function askToFund(tx: Transaction, caller: Caller, milestoneId: string): Requested {
  const placed = findMilestone(tx, caller.account.id, milestoneId);
  mustBeFundable(tx, placed);
  const charge = fundCharge(placed.milestone.amountCents, caller.account.guesses.fundFeePercent);
  if (!canPay(caller.account, charge, "card") && !canPay(caller.account, charge, "credits")) {
    throw paymentRequired(caller.origin);
  }
  return requestApproval(tx, caller, {
    type: "milestone_fund",
    jobId: placed.contract.jobId,
    contractId: placed.contract.id,
    milestoneId,
    proposalId: null,
    terms: null,
  });
}
