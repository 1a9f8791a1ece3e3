import { executeEnd } from "../execute/end";
import { executeFund } from "../execute/fund";
import { executeHire } from "../execute/hire";
import { executeRelease } from "../execute/release";
import { watchBudget } from "../execute/watch-budget";
import type { Approval } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import type { Choices } from "./choices";
import { mustBePending } from "./decline";
import { withoutTrace } from "./hide-trace";

/** Confirming runs the action in the same step; if it cannot run any more, nothing of it stays and the approval waits on. */
export function confirmApproval(tx: Transaction, approval: Approval, choices: Choices): Approval {
  mustBePending(tx, approval);
  const { confirmWithoutTrace } = tx.account(approval.accountId).guesses;
  const { contractId } = approval;
  const act = () => {
    if (contractId === null) execute(tx, approval, choices);
    else watchBudget(tx, contractId, () => execute(tx, approval, choices));
  };
  tx.attempt(() => (confirmWithoutTrace ? withoutTrace(tx, approval, act) : act()));
  return tx.must("approvals", approval.id);
}

function execute(tx: Transaction, approval: Approval, choices: Choices): void {
  switch (approval.type) {
    case "proposal_hire":
      executeHire(tx, approval, choices);
      break;
    case "milestone_fund":
      executeFund(tx, approval, choices);
      break;
    case "milestone_approve":
      executeRelease(tx, approval);
      break;
    case "contract_end":
      executeEnd(tx, approval, choices);
      break;
  }
}
