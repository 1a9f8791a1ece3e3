import type { UpstreamApproval } from "./records";

/** An approval of which no more than the id is known. */
export function nothingRead(id: string): UpstreamApproval {
  return {
    id,
    type: null,
    status: null,
    contractId: null,
    milestoneId: null,
    jobId: null,
    proposalId: null,
    approvalUrl: null,
    createdAt: null,
    expiresAt: null,
    resolvedAt: null,
    result: null,
  };
}
