import type { Action, ApprovalType } from "./records";

export type { Action };

/** What the request becomes once OpenTrain has accepted it. */
export const TYPE_OF_ACTION: Readonly<Record<Action, ApprovalType>> = {
  hire: "proposal_hire",
  fund: "milestone_fund",
  release: "milestone_approve",
  end: "contract_end",
};
