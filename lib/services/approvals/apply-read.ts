import { type Lineage, lineageOf, subjectOf } from "@/lib/domain/lineage";
import { guardApprovalLink } from "@/lib/domain/links";
import { unknownMoney } from "@/lib/domain/money";
import type { ReadProblemCode, UpstreamApproval } from "@/lib/domain/records";
import { inLineage } from "@/lib/services/approvals/in-lineage";
import { mergeRead } from "@/lib/services/approvals/merge-read";
import type { Recorded } from "@/lib/services/approvals/recorded";
import { withRecorded } from "@/lib/services/approvals/recorded";
import { type Place, writeApproval } from "@/lib/services/approvals/write-approval";
import { lockApproval, lockOnSubject } from "@/lib/store/approvals/rows";
import { deleteClaim } from "@/lib/store/claims/rows";
import { claimJobKey, removeJob } from "@/lib/store/jobs";
import type { Tx } from "@/lib/store/pool";
import type { ApprovalRow, ClaimRow, NewApprovalRow } from "@/lib/store/schema";

/**
 * What OpenTrain answered, made ours: the only place where an approval settles. Under the workspace lock,
 * since a request and the one that replaces it may arrive together. What was told about it before it was
 * proven becomes part of it.
 */
export async function applyRead(
  tx: Tx,
  place: Place,
  read: UpstreamApproval,
  {
    tokenId,
    recorded = null,
    isInLedger = false,
    unread = null,
    readAt = place.at,
  }: {
    tokenId: string | null;
    recorded?: Recorded | null;
    isInLedger?: boolean;
    /** Why it could not be read itself, for what is only known from the feed. */
    unread?: ReadProblemCode | null;
    /** Earlier for an answer that lay somewhere meanwhile: it does not undo what was read since. */
    readAt?: Date;
  },
): Promise<ApprovalRow> {
  const { connection, at } = place;
  const { workspaceId } = connection;
  const before = await lockApproval(tx, workspaceId, read.id);
  const claim = await takeClaim(tx, workspaceId, read.id);
  const isOvertaken =
    before !== null && (isLater(before.lastReadAt, readAt) || isLater(before.readProblemSince, readAt));
  const { approval, problem } = before && isOvertaken ? mergeRead(read, before) : mergeRead(before, read);
  const siblings = await siblingsOf(tx, workspaceId, approval);
  const lineages = lineageOf([...siblings, approval]);
  const row: NewApprovalRow = {
    ...withRecorded(before ?? firstRow(place, claim, approval), before, recorded),
    ...pickUpstream(approval),
    ...linkOf(approval, connection.origin),
    ...(isOvertaken ? {} : problemOf(before, unread ?? problem, at)),
    lastReadAt: unread || isLater(before?.lastReadAt, readAt) ? (before?.lastReadAt ?? null) : readAt,
    ...(isInLedger ? { trace: "found" as const } : {}),
    readByToken: tokenId ?? before?.readByToken ?? null,
  };
  const after = await writeWithLineage(tx, place, before, row, lineages, siblings);
  const all = [...siblings, after];
  for (const sibling of siblings) await writeWithLineage(tx, place, sibling, sibling, lineages, all);
  return after;
}

export type UnknownRow = NewApprovalRow & UpstreamApproval;

/** The first row of one that nobody told of, before it has its place among others. */
export function rowOfUnknown(place: Place, read: UpstreamApproval, tokenId: string | null): UnknownRow {
  const { approval, problem } = mergeRead(null, read);
  return {
    ...firstRow(place, null, approval),
    ...pickUpstream(approval),
    ...linkOf(approval, place.connection.origin),
    ...problemOf(null, problem, place.at),
    lastReadAt: place.at,
    readByToken: tokenId,
  };
}

/** A read that failed keeps what was known, with since when it could not be read again. */
export async function applyReadFailure(
  tx: Tx,
  place: Place,
  id: string,
  problem: ReadProblemCode,
): Promise<ApprovalRow | null> {
  const before = await lockApproval(tx, place.connection.workspaceId, id);
  if (!before) return null;
  return writeApproval(
    tx,
    place,
    before,
    { ...before, ...problemOf(before, problem, place.at) },
    { isRead: true },
  );
}

async function siblingsOf(tx: Tx, workspaceId: string, approval: UpstreamApproval): Promise<ApprovalRow[]> {
  if (subjectOf(approval) === null) return [];
  const rows = await lockOnSubject(tx, workspaceId, approval);
  return rows.filter(({ id }) => id !== approval.id);
}

async function writeWithLineage(
  tx: Tx,
  place: Place,
  before: ApprovalRow | null,
  row: NewApprovalRow,
  lineages: Map<string, Lineage>,
  others: ApprovalRow[],
): Promise<ApprovalRow> {
  const wanted = inLineage(before, row, lineages, others);
  if (wanted) return writeApproval(tx, place, before, wanted.row, wanted);
  if (!before) throw new Error("an approval that is not there has no place yet");
  return before;
}

function pickUpstream(approval: UpstreamApproval): UpstreamApproval {
  const { id, type, status, contractId, milestoneId, jobId, proposalId } = approval;
  const { approvalUrl, createdAt, expiresAt, resolvedAt, result } = approval;
  const ids = { id, contractId, milestoneId, jobId, proposalId };
  return { ...ids, type, status, approvalUrl, createdAt, expiresAt, resolvedAt, result };
}

function linkOf({ approvalUrl, id }: UpstreamApproval, origin: string) {
  const { state, problem } = guardApprovalLink({ url: approvalUrl, origin, id });
  return { linkState: state, linkProblem: problem };
}

function problemOf(before: ApprovalRow | null, problem: ReadProblemCode | null, at: Date) {
  if (problem === null) return { readProblem: null, readProblemSince: null };
  const isSame = before?.readProblem === problem;
  return { readProblem: problem, readProblemSince: isSame ? before.readProblemSince : at };
}

function isLater(known: Date | null | undefined, than: Date): boolean {
  return known !== null && known !== undefined && known > than;
}

async function takeClaim(tx: Tx, workspaceId: string, id: string): Promise<ClaimRow | null> {
  const claim = await deleteClaim(tx, workspaceId, id);
  if (claim) await removeJob(tx, claimJobKey(workspaceId, id));
  return claim;
}

/** Nobody told us of one without a claim: the feed did, or it is older than this inbox. */
function firstRow({ connection, at, isBackfill }: Place, claim: ClaimRow | null, read: UpstreamApproval) {
  const isHistory = isBackfill && read.createdAt !== null && read.createdAt < connection.watchingSince;
  return {
    workspaceId: connection.workspaceId,
    connectionId: connection.id,
    proof: "read" as const,
    seenAt: at,
    way: claim?.way ?? (isHistory ? ("backfill" as const) : ("feed" as const)),
    wayLabel: claim?.label ?? null,
    toldTerms: claim?.toldTerms ?? null,
    agentName: claim?.agentName ?? null,
    agentReason: claim?.agentReason ?? null,
    // Worked out below, before anything is stored.
    ...{
      standing: "unreadable" as const,
      moneyKind: "unknown" as const,
      money: unknownMoney("unknown", null),
    },
  };
}
