import type { MilestonePhase } from "@/lib/domain/records";

// Every point OpenTrain's published documents leave open, in one place. The number is the section of the
// fact book of its API.

/** 5.2: only NOT_FUNDED and ACTIVE_FUNDED are known; the other spellings are guesses from labels and prose. */
export const MILESTONE_PHASES: Readonly<Record<string, MilestonePhase>> = {
  NOT_FUNDED: "not_funded",
  ACTIVE_FUNDED: "funded",
  PAID: "released",
  COMPLETED: "released",
  RELEASED: "released",
};

/** 5.2: compared without regard to case, spaces and hyphens, as 7.1 documents for proposals. */
export function spelling(status: string): string {
  return status
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, "_");
}

/** 5.3: either flag on a funded milestone is read as "work handed in"; a hint, never an index of approvals. */
export const HANDED_IN_FLAGS = ["pendingApproval", "needsReview"] as const;

/** 12.2: `data.approvalId` is documented; `resourceId` is the same id and stands in when it is missing. */
export const APPROVAL_EVENT = "approval.confirmed";

/** 12.3: the default size of a page is not documented, the largest is. */
export const UPDATES_PAGE = 200;

/** 20.1: the largest page of jobs. */
export const JOBS_PAGE = 100;

/** 9.1: the one currency shown anywhere. */
export const CURRENCY = "usd";

/** 20.2: neither a limit nor its headers are documented; `Retry-After` and `retryAfterSeconds` are both read. */
export const LONGEST_RETRY_AFTER_MS = 60 * 60 * 1000;

/** 27: ids are opaque; longer ones than this are taken for rubbish. */
export const LONGEST_ID = 200;
