import { iso, isoOrNull } from "../clock";
import type { Approval } from "../state/shapes";
import { show } from "./show";

export function approvalUrl(origin: string, approvalId: string): string {
  return `${origin}/approvals/${encodeURIComponent(approvalId)}`;
}

export function approvalOut(approval: Approval, origin: string) {
  return show(approval, {
    id: approval.id,
    type: approval.type,
    status: approval.status,
    contractId: approval.contractId,
    milestoneId: approval.milestoneId,
    jobId: approval.jobId,
    proposalId: approval.proposalId,
    approvalUrl: approvalUrl(origin, approval.id),
    expiresAt: iso(approval.expiresAt),
    resolvedAt: isoOrNull(approval.resolvedAt),
    result: approval.result,
    createdAt: iso(approval.createdAt),
  });
}
