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

/** 7.1: the default size of a page cannot be read, the largest can. */
export const PROPOSALS_PAGE = 100;

/** 9.1: the one currency shown anywhere. */
export const CURRENCY = "usd";

/** 9.3: as large as documented, so that a ledger takes the fewest calls. */
export const LEDGER_PAGE = 100;

/** 12.2: `data.approvalId` is documented; `resourceId` is the same id and stands in when it is missing. */
export const APPROVAL_EVENT = "approval.confirmed";

/** 12.3: the default size of a page is not documented, the largest is. */
export const UPDATES_PAGE = 200;

/** 13.2: how a created webhook is answered is not readable; any of these is taken for a yes. */
export const CREATED_STATUSES: readonly number[] = [200, 201];

/** 20.1: the largest page of jobs. */
export const JOBS_PAGE = 100;

/** 20.2: neither a limit nor its headers are documented; `Retry-After` and `retryAfterSeconds` are both read. */
export const LONGEST_RETRY_AFTER_MS = 60 * 60 * 1000;

/** 20.2: no limit is documented for a token's calls; in no 60 seconds do we make more than these with one. */
export const CALLS_A_MINUTE = 1200;

/** 20.3: taking a webhook away twice is taking it away; nothing else that writes is ever sent twice. */
export const REPEATABLE_METHODS: readonly string[] = ["GET", "DELETE"];

/** 23.1: what OpenTrain's own tool tries again, and how often in all. */
export const PASSING_STATUSES: readonly number[] = [502, 503, 504];
/** 23.1: the same. */
export const MOST_TRIES = 3;
