import type { ReadProblemCode, UpstreamApproval } from "./records";
import { isApprovalStatus } from "./standing";

/** A read that says what it is and, while it is open, until when. */
export function isUsable({ status, expiresAt }: Pick<UpstreamApproval, "status" | "expiresAt">): boolean {
  return isApprovalStatus(status) && (status !== "pending" || expiresAt !== null);
}

/**
 * A new read over what was known. What was read once stays where the new read is silent; an answer with an
 * unknown status changes nothing of a known one; a settled one never opens again (answers can overtake
 * each other).
 */
export function applyRead(
  previous: UpstreamApproval | null,
  read: UpstreamApproval,
): { approval: UpstreamApproval; problem: Extract<ReadProblemCode, "unknown_status" | "garbled"> | null } {
  const merged: UpstreamApproval = previous
    ? {
        id: read.id,
        type: read.type ?? previous.type,
        status: read.status ?? previous.status,
        contractId: read.contractId ?? previous.contractId,
        milestoneId: read.milestoneId ?? previous.milestoneId,
        jobId: read.jobId ?? previous.jobId,
        proposalId: read.proposalId ?? previous.proposalId,
        approvalUrl: read.approvalUrl ?? previous.approvalUrl,
        createdAt: read.createdAt ?? previous.createdAt,
        expiresAt: read.expiresAt ?? previous.expiresAt,
        resolvedAt: read.resolvedAt ?? previous.resolvedAt,
        result: read.result ?? previous.result,
      }
    : read;
  if (previous && isSettled(previous) && read.status === "pending")
    return { approval: previous, problem: null };
  if (read.status !== null && !isApprovalStatus(read.status)) {
    const approval = previous && isUsable(previous) ? previous : merged;
    return { approval, problem: "unknown_status" };
  }
  return { approval: merged, problem: read.status !== null && isUsable(merged) ? null : "garbled" };
}

function isSettled({ status }: UpstreamApproval): boolean {
  return isApprovalStatus(status) && status !== "pending";
}
