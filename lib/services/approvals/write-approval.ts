import { isDeepStrictEqual } from "node:util";
import { isApprovalStatus, settledAt, standingOf } from "@/lib/domain/standing";
import { isTraceDue } from "@/lib/domain/trace";
import {
  type Around,
  type Derived,
  type DerivedFrom,
  derive,
  deriveFrom,
  isIncomplete,
  type Shown,
} from "@/lib/services/approvals/derive";
import { nextReadAt } from "@/lib/services/approvals/next-read-at";
import { tellChanges } from "@/lib/services/approvals/tell-changes";
import { insertApproval, updateApproval } from "@/lib/store/approvals/rows";
import type { ConnectionRow } from "@/lib/store/connections/rows";
import type { Tx } from "@/lib/store/pool";
import type { ApprovalRow, NewApprovalRow } from "@/lib/store/schema";

/** Whose answer it is, and when it is by that one's clock. `isBackfill`: it was gone back for. */
export type Place = { connection: ConnectionRow; at: Date; isBackfill?: true };

/** `around`: what it is worked out from, where that was loaded already. */
type How = { isRead: boolean; replacedAt?: Date | null; around?: Around | null };

/** Standing, money and the next look follow from the rest of the row; what changed is told as events. */
export async function writeApproval(
  tx: Tx,
  place: Place,
  before: ApprovalRow | null,
  row: NewApprovalRow,
  how: How,
): Promise<ApprovalRow> {
  const from = derivedFrom(row, before);
  const derived = how.around ? deriveFrom(from, how.around) : await derive(tx, from);
  const whole = wholeRow(place, before, row, derived, how);
  const after = before ? await writeChanges(tx, before, whole) : await insertApproval(tx, whole);
  await tellChanges(tx, place.at, before, after, how.replacedAt ?? null);
  return after;
}

/** What names and money are worked out from. */
export function derivedFrom(row: NewApprovalRow, before: ApprovalRow | null): DerivedFrom {
  return {
    workspaceId: row.workspaceId,
    contractId: row.contractId ?? null,
    milestoneId: row.milestoneId ?? null,
    proposalId: row.proposalId ?? null,
    jobId: row.jobId ?? null,
    type: row.type ?? null,
    status: row.status ?? null,
    resolvedAt: row.resolvedAt ?? null,
    recordedTerms: row.recordedTerms ?? null,
    toldTerms: row.toldTerms ?? null,
    standing: standingOf({
      status: row.status ?? null,
      expiresAt: row.expiresAt ?? null,
      supersededBy: row.supersededBy ?? null,
    }),
    known: before,
  };
}

/** The row with all that follows from it. */
export function wholeRow(
  place: Place,
  before: ApprovalRow | null,
  row: NewApprovalRow,
  { isShown, ...derived }: Derived & Shown,
  { isRead, replacedAt = null }: How,
): NewApprovalRow {
  const from = derivedFrom(row, before);
  const { standing } = from;
  const trace = traceOf(row, isShown, place.at);
  const whole: NewApprovalRow = {
    ...row,
    ...derived,
    standing,
    trace,
    settledAt: settledAtOf(before, { ...row, standing }, replacedAt, place.at),
  };
  if (!before) whole.seenAt = firstSeen(row);
  const plan = {
    standing,
    status: row.status ?? null,
    expiresAt: row.expiresAt ?? null,
    hasProblem: (row.readProblem ?? null) !== null,
    isIncomplete: isIncomplete(from, derived) || (isShown === false && trace !== "found"),
    settledAt: whole.settledAt ?? before?.settledAt ?? null,
  };
  const wanted = nextReadAt(plan, place.at);
  // What is written beside a read of something else must not put off its own.
  whole.nextReadAt = isRead ? wanted : earlier(wanted, before?.nextReadAt ?? null);
  return whole;
}

/**
 * None was here before it was made, and one whose first answer says that it has ended not before its end,
 * however far apart OpenTrain's clock and ours may be.
 */
function firstSeen({ seenAt, status, createdAt, resolvedAt, expiresAt }: NewApprovalRow): Date {
  const hasEnded = isApprovalStatus(status ?? null) && status !== "pending";
  const ended = hasEnded ? settledAt({ resolvedAt: resolvedAt ?? null, expiresAt: expiresAt ?? null }) : null;
  const times = [seenAt, createdAt, ended].flatMap((time) => (time ? [time.getTime()] : []));
  return new Date(Math.max(...times));
}

/** A trace once found stays; what lies in the past of this inbox was never awaited. */
function traceOf(row: NewApprovalRow, isShown: boolean | null, at: Date): "found" | "missing" | null {
  if (row.trace === "found" || isShown === true) return "found";
  if (isShown === null || row.way === "backfill") return row.trace ?? null;
  return isTraceDue(row.resolvedAt ?? null, at) ? "missing" : null;
}

/** Only what is another value than before. */
export async function writeChanges(tx: Tx, before: ApprovalRow, whole: NewApprovalRow): Promise<ApprovalRow> {
  const known: Record<string, unknown> = before;
  const changes = Object.entries(whole).filter(([name, value]) => !isDeepStrictEqual(known[name], value));
  return changes.length === 0 ? before : updateApproval(tx, before, Object.fromEntries(changes));
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a;
  return a < b ? a : b;
}

/** Kept while it stands as it stands, so that a list in this order never moves under a reader. */
function settledAtOf(
  before: ApprovalRow | null,
  row: NewApprovalRow,
  replacedAt: Date | null,
  at: Date,
): Date | null {
  if (row.standing === "open" || row.standing === "unreadable") return null;
  if (before?.settledAt && before.standing === row.standing) return before.settledAt;
  const resolvedAt = row.resolvedAt ?? (row.standing === "superseded" ? replacedAt : null);
  const told = settledAt({ resolvedAt, expiresAt: row.expiresAt ?? null }) ?? at;
  return told < at ? told : at;
}
