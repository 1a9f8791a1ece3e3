import { moneyJson, termsJson } from "@/lib/api/schemas/answers/terms";
import type { Approval } from "@/lib/api/types";
import { phaseOf } from "@/lib/domain/phase";
import type { ApprovalRecord } from "@/lib/domain/records";
import { askedTerms, termsConflicts, termsDifferences, titleOf } from "@/lib/domain/terms";
import type { Messages } from "@/lib/messages";

/** One approval as the contract says it; `now` is the connection's. */
export function approvalJson(record: ApprovalRecord, now: Date, words: Messages): Approval {
  const title = titleOf(record) ?? { text: words.types.name(record.type), source: "opentrain" as const };
  return {
    id: record.id,
    type: record.type,
    status: record.status,
    phase: phaseOf(record, now),
    proof: record.proof,
    readProblem: record.readProblem && {
      code: record.readProblem.code,
      since: record.readProblem.since.toISOString(),
      text: words.readProblems[record.readProblem.code],
    },
    title: title.text,
    titleSource: title.source,
    counterparty: record.counterparty,
    counterpartyId: record.counterpartyId,
    contractId: record.contractId,
    contractTitle: record.contractTitle,
    milestoneId: record.milestoneId,
    milestoneName: record.milestoneName,
    jobId: record.jobId,
    jobTitle: record.jobTitle,
    proposalId: record.proposalId,
    // A link that did not pass the guard leaves the server in no field.
    approvalUrl: record.link.state === "ok" ? record.approvalUrl : null,
    linkState: record.link.state,
    linkProblem: record.link.problem && words.linkProblemFound(record.link.problem, record.link.found ?? ""),
    linkProblemCode: record.link.problem,
    createdAt: instant(record.createdAt),
    expiresAt: instant(record.expiresAt),
    resolvedAt: instant(record.resolvedAt),
    result: record.result,
    seenAt: instant(record.seenAt),
    capturedBy: { way: record.way, label: record.wayLabel },
    lastReadAt: instant(record.lastReadAt),
    supersedes: record.supersedes,
    supersededBy: record.supersededBy,
    replacedButConfirmed: record.replacedButConfirmed,
    askedAgain: record.askedAgain,
    confirmedInstead: record.confirmedInstead,
    money: moneyJson(record.money),
    recordedTerms: termsJson(record.recordedTerms),
    toldTerms: termsJson(record.toldTerms),
    confirmedTerms: termsJson(record.confirmedTerms),
    trace: record.trace,
    termsConflicts: termsConflicts(record.recordedTerms, record.toldTerms),
    differences: termsDifferences(askedTerms(record), record.confirmedTerms),
    agent: record.agent,
    settledAt: instant(record.settledAt),
    openedBy: record.openedBy && {
      name: words.history.actor({ kind: "person", id: null, label: record.openedBy.name }),
      at: record.openedBy.at.toISOString(),
    },
    checks: [],
  };
}

export function instant(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}
