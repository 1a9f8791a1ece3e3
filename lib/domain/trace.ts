import type { MilestonePhase } from "./records";

/** How long a confirmation may take to show in its contract or in the ledger before that is worth a word. */
export const TRACE_WITHIN_MS = 10 * 60_000;

type Surroundings = {
  type: string | null;
  status: string | null;
  contract: { status: string; readAt: Date } | null;
  /** OpenTrain said that it does not exist, or hides it. */
  isContractHidden: boolean;
  milestone: { phase: MilestonePhase; readAt: Date } | null;
  resolvedAt: Date | null;
};

/**
 * Whether what was confirmed shows: `null` where nothing was read since that could show it, or nothing would.
 * A milestone that is not listed any more says nothing; neither does a state whose name we do not know.
 */
export function showsTrace(given: Surroundings): boolean | null {
  const { type, status, contract, milestone, resolvedAt } = given;
  if (status !== "confirmed" || resolvedAt === null) return null;
  const isSince = (readAt: Date) => readAt.getTime() > resolvedAt.getTime();
  switch (type) {
    case "proposal_hire":
      return contract ? true : given.isContractHidden ? false : null;
    case "contract_end":
      return contract && isSince(contract.readAt) ? contract.status !== "active" : null;
    case "milestone_fund":
      return milestone && isSince(milestone.readAt) ? milestone.phase !== "not_funded" : null;
    case "milestone_approve": {
      const stillHeld = milestone?.phase === "funded" || milestone?.phase === "submitted";
      return milestone && isSince(milestone.readAt) ? !stillHeld : null;
    }
    default:
      return null;
  }
}

/** From then on a confirmation should have left a trace. */
export function isTraceDue(resolvedAt: Date | null, at: Date): boolean {
  return resolvedAt !== null && at.getTime() - resolvedAt.getTime() > TRACE_WITHIN_MS;
}
