import type { ApprovalRecord } from "@/lib/domain/records";
import type { ApprovalRow } from "@/lib/store/schema";

export function approvalRecordOf(row: ApprovalRow): ApprovalRecord {
  return {
    workspaceId: row.workspaceId,
    id: row.id,
    type: row.type,
    status: row.status,
    contractId: row.contractId,
    milestoneId: row.milestoneId,
    jobId: row.jobId,
    proposalId: row.proposalId,
    // A link that did not pass the guard is kept for showing the difference, not for opening.
    approvalUrl: row.linkState === "ok" ? row.approvalUrl : null,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    resolvedAt: row.resolvedAt,
    result: row.result,
    standing: row.standing,
    proof: row.proof,
    readProblem: problemOf(row),
    link: {
      state: row.linkState,
      problem: row.linkProblem,
      found: row.linkFound,
      expected: row.linkExpected,
    },
    seenAt: row.seenAt,
    way: row.way,
    wayLabel: row.wayLabel,
    lastReadAt: row.lastReadAt,
    supersedes: row.supersedes,
    supersededBy: row.supersededBy,
    replacedButConfirmed: row.replacedButConfirmed,
    askedAgain: askedAgainOf(row),
    counterparty: row.counterparty,
    counterpartyId: row.counterpartyId,
    contractTitle: row.contractTitle,
    milestoneName: row.milestoneName,
    jobTitle: row.jobTitle,
    recordedTerms: row.recordedTerms,
    toldTerms: row.toldTerms,
    confirmedTerms: row.confirmedTerms,
    agent: agentOf(row),
    money: row.money,
  };
}

function problemOf({ readProblem, readProblemSince }: ApprovalRow): ApprovalRecord["readProblem"] {
  return readProblem && readProblemSince ? { code: readProblem, since: readProblemSince } : null;
}

function askedAgainOf({ askedAgainCount, askedAgainPrevious }: ApprovalRow): ApprovalRecord["askedAgain"] {
  return askedAgainPrevious ? { count: askedAgainCount, previousId: askedAgainPrevious } : null;
}

function agentOf({ agentName, agentReason, tokenLabel }: ApprovalRow): ApprovalRecord["agent"] {
  if (agentName === null && agentReason === null && tokenLabel === null) return null;
  return { name: agentName, reason: agentReason, tokenLabel };
}
