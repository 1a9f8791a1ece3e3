import { type Requested, requestApproval } from "../approvals/request";
import type { Caller } from "../caller";
import { endContract } from "../execute/end";
import type { Contract } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { findContract, milestonesOf } from "./check-contract";
import { contractEnded } from "./check-milestone";

type EndAnswer = { ended: Contract } | Requested;

/** Without money in escrow there is nothing to co-sign: the contract ends at once. */
export function askToEnd(tx: Transaction, caller: Caller, contractId: string): EndAnswer {
  const contract = findContract(tx, caller.account.id, contractId);
  if (contract.status === "ended") throw contractEnded(contractId);
  const funded = milestonesOf(tx, contract).some(({ state }) => state === "funded");
  if (!funded) return { ended: endContract(tx, contract) };
  return requestApproval(tx, caller, {
    type: "contract_end",
    jobId: contract.jobId,
    contractId,
    milestoneId: null,
    proposalId: null,
    terms: null,
  });
}
