import { milestonesOf } from "../actions/check-contract";
import { contractEnded } from "../actions/check-milestone";
import type { Choices } from "../approvals/choices";
import { settleApproval } from "../approvals/settle";
import { emitMilestone } from "../emit-event";
import { giveBack } from "../money/settle-escrow";
import type { Approval, Contract } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { releaseMilestone } from "./release";

/** The human decides what becomes of the escrow: paid out or given back. */
export function executeEnd(tx: Transaction, approval: Approval, choices: Choices): void {
  const contract = tx.must("contracts", approval.contractId ?? "");
  if (contract.status === "ended") throw contractEnded(contract.id);
  const funded = milestonesOf(tx, contract).filter(({ state }) => state === "funded");
  const settled = funded.map((milestone) => {
    if (choices.settle === "release") return releaseMilestone(tx, milestone, contract.jobId).released;
    giveBack(tx, milestone);
    return tx.put("milestones", { ...milestone, state: "refunded", handedIn: false });
  });
  endContract(tx, contract);
  settleApproval(tx, approval.id, "confirmed", { result: { contractEnded: true } });
  for (const milestone of settled) emitMilestone(tx, milestone, contract.jobId);
}

export function endContract(tx: Transaction, contract: Contract): Contract {
  const now = tx.now(contract.accountId);
  return tx.put("contracts", { ...contract, status: "ended", endDate: now, updatedAt: now });
}
