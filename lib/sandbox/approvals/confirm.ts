import { executeEnd } from "../execute/end";
import { executeFund } from "../execute/fund";
import { executeHire } from "../execute/hire";
import { executeRelease } from "../execute/release";
import type { Approval, HireTerms, PaySource } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { mustBePending } from "./decline";

/** What the human decided on the screen. */
export type Choices = {
  milestone: Partial<HireTerms>;
  payWith: PaySource | undefined;
  settle: "release" | "refund";
  origin: string;
};

/** Confirming runs the action in the same step; if it cannot run any more, the approval stays pending. */
export function confirmApproval(tx: Transaction, approval: Approval, choices: Choices): Approval {
  mustBePending(tx, approval);
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
  return tx.must("approvals", approval.id);
}
