import { type Requested, requestApproval } from "../approvals/request";
import type { Caller } from "../caller";
import type { Transaction } from "../state/transaction";
import { findMilestone, mustBeReleasable } from "./check-milestone";

export function askToRelease(tx: Transaction, caller: Caller, milestoneId: string): Requested {
  const placed = findMilestone(tx, caller.account.id, milestoneId);
  mustBeReleasable(tx, placed);
  return requestApproval(tx, caller, {
    type: "milestone_approve",
    jobId: placed.contract.jobId,
    contractId: placed.contract.id,
    milestoneId,
    proposalId: null,
    terms: null,
  });
}
