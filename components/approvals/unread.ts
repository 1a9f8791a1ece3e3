import type { Approval, Summary } from "@/lib/api/types";
import { kindOf } from "@/lib/domain/consequences";

export type Unread = { field: "freelancer" | "contract" | "milestone" | "job"; scope: string | null };

/** What OpenTrain reads each of them with (fact book, table of calls). */
const READ_WITH = { proposal: "proposals:read", job: "jobs:read", contract: "payments:read" } as const;

/**
 * What belongs to the request and could not be read, each with the scope that no connected token has, if that
 * is why. What the request does not have is not missing.
 */
export function unreadOf(
  approval: Approval,
  notices: Summary["connection"]["notices"],
  /** It was read: what it does not name has no name. */
  isContractRead: boolean,
): Unread[] {
  const isHire = kindOf(approval.type) === "hire";
  const lacks = (scope: string) =>
    notices.some((notice) => notice.kind === "scope_missing" && notice.scope === scope) ? scope : null;
  const unread: Unread[] = [];
  if (approval.counterparty === null && (approval.proposalId !== null || approval.contractId !== null)) {
    const read = approval.contractId === null && isHire ? READ_WITH.proposal : READ_WITH.contract;
    unread.push({ field: "freelancer", scope: lacks(read) });
  }
  if (approval.contractId !== null && approval.contractTitle === null && !isContractRead) {
    unread.push({ field: "contract", scope: lacks(READ_WITH.contract) });
  }
  if (approval.milestoneId !== null && approval.milestoneName === null) {
    unread.push({ field: "milestone", scope: lacks(READ_WITH.contract) });
  }
  if (approval.jobId !== null && approval.jobTitle === null) {
    unread.push({ field: "job", scope: lacks(READ_WITH.job) });
  }
  return unread;
}
