import { linkDifference } from "@/lib/domain/links";
import type { ApprovalRecord, Opened, Terms } from "@/lib/domain/records";
import { endOf } from "@/lib/domain/standing";
import type { ApprovalRow, StoredTerms } from "@/lib/store/schema";

export function approvalRecordOf(row: ApprovalRow, openedBy: Opened | null = null): ApprovalRecord {
  return {
    workspaceId: row.workspaceId,
    id: row.id,
    type: row.type,
    status: row.status,
    contractId: row.contractId,
    milestoneId: row.milestoneId,
    jobId: row.jobId,
    proposalId: row.proposalId,
    // A link that did not pass the guard stays in the history; only what is different about it is shown.
    approvalUrl: row.linkState === "ok" ? row.approvalUrl : null,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    resolvedAt: row.resolvedAt,
    result: row.result,
    standing: row.standing,
    proof: row.proof,
    readProblem: problemOf(row),
    link: linkOf(row),
    seenAt: row.seenAt,
    way: row.way,
    wayLabel: row.wayLabel,
    lastReadAt: row.lastReadAt,
    supersedes: row.supersedes,
    supersededBy: row.supersededBy,
    replacedButConfirmed: row.replacedButConfirmed,
    askedAgain: askedAgainOf(row),
    confirmedInstead: row.confirmedInstead,
    counterparty: row.counterparty,
    counterpartyId: row.counterpartyId,
    contractTitle: row.contractTitle,
    milestoneName: row.milestoneName,
    jobTitle: row.jobTitle,
    recordedTerms: termsOf(row.recordedTerms),
    toldTerms: termsOf(row.toldTerms),
    confirmedTerms: termsOf(row.confirmedTerms),
    trace: row.trace,
    agent: agentOf(row),
    money: row.money,
    settledAt: endOf(row),
    openedBy,
  };
}

function linkOf({ linkState, linkProblem, approvalUrl }: ApprovalRow): ApprovalRecord["link"] {
  const found = linkProblem && linkDifference(linkProblem, approvalUrl ?? "");
  return { state: linkState, problem: linkProblem, found };
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

function termsOf(stored: StoredTerms | null): Terms | null {
  if (stored === null) return null;
  const { name, description, amountCents, dueDate } = stored;
  return { name, description, amountCents, dueDate };
}
