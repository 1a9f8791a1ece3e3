import type { ApprovalType } from "./records";

/** The four things an agent asks for that OpenTrain wants a human's yes to. */
export type Action = "hire" | "fund" | "release" | "end";

/** What the request becomes once OpenTrain has accepted it. */
export const TYPE_OF_ACTION: Readonly<Record<Action, ApprovalType>> = {
  hire: "proposal_hire",
  fund: "milestone_fund",
  release: "milestone_approve",
  end: "contract_end",
};
