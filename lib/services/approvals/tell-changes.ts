import type { ReadProblemCode, Standing } from "@/lib/domain/records";
import { addEvents, type NewEvent } from "@/lib/store/events";
import type { Tx } from "@/lib/store/pool";
import type { ApprovalRow } from "@/lib/store/schema";

type Told = Pick<NewEvent, "at" | "kind"> & Partial<Pick<NewEvent, "actor" | "data" | "text">>;

const byOpenTrain: NewEvent["actor"] = { kind: "opentrain", id: null };
const bySystem: NewEvent["actor"] = { kind: "system", id: "worker" };

export async function tellChanges(
  tx: Tx,
  at: Date,
  before: ApprovalRow | null,
  after: ApprovalRow,
  replacedAt: Date | null,
): Promise<void> {
  await addEvents(tx, changesOf(at, before, after, replacedAt));
}

/** Every difference between two states of an approval that a person would want to find in its history. */
export function changesOf(
  at: Date,
  before: ApprovalRow | null,
  after: ApprovalRow,
  replacedAt: Date | null,
): NewEvent[] {
  const told = [
    ...(before ? [] : arrivalOf(after)),
    ...recordedOf(before, after, at),
    ...lineageOf(before, after, at),
    ...enrichmentOf(before, after, at),
    ...linkOf(before, after, at),
    ...problemOf(before, after, at),
    ...settlementOf(before, after, replacedAt ?? at, at),
    ...closingOf(before, after, at),
    ...traceOf(before, after, at),
  ];
  return told.map((event) => ({
    workspaceId: after.workspaceId,
    actor: byOpenTrain,
    subject: { kind: "approval", id: after.id },
    ...event,
  }));
}

function arrivalOf(after: ApprovalRow): Told[] {
  const agent = after.agentName === null ? null : { agentName: after.agentName };
  const asked: Told[] = after.createdAt
    ? [{ at: after.createdAt, kind: "asked", actor: { kind: "agent", id: null }, text: agent }]
    : [];
  const isRecorded = after.proof === "recorded";
  const data = { way: after.way, ...(isRecorded ? { proof: after.proof } : {}) };
  return [...asked, { at: after.seenAt, kind: "listed", actor: bySystem, data }];
}

/** In whose words it was asked, as the recorder saw it. */
function recordedOf(before: ApprovalRow | null, after: ApprovalRow, at: Date): Told[] {
  const { recordedTerms: terms, agentName, agentReason } = after;
  if (terms === null || (before?.recordedTerms ?? null) !== null) return [];
  const words = Object.entries({ agentName, agentReason, terms }).filter(([, value]) => value !== null);
  return [{ at, kind: "recorded", actor: bySystem, text: Object.fromEntries(words) }];
}

function lineageOf(before: ApprovalRow | null, after: ApprovalRow, at: Date): Told[] {
  const told: Told[] = [];
  const began = after.createdAt ?? at;
  if (after.supersedes !== null && after.supersedes !== (before?.supersedes ?? null)) {
    told.push({ at: began, kind: "replaced", data: { id: after.supersedes } });
  }
  const { askedAgainCount: count, askedAgainPrevious: previousId } = after;
  if (previousId !== null && previousId !== (before?.askedAgainPrevious ?? null)) {
    told.push({ at: began, kind: "asked_again", data: { count, previousId } });
  }
  if (after.replacedButConfirmed && !before?.replacedButConfirmed) {
    told.push({
      at: after.resolvedAt ?? at,
      kind: "replaced_but_confirmed",
      data: { by: after.supersededBy },
    });
  }
  if (after.confirmedInstead !== null && after.confirmedInstead !== (before?.confirmedInstead ?? null)) {
    told.push({ at, kind: "older_confirmed", data: { id: after.confirmedInstead } });
  }
  return told;
}

const enriched = [
  ["counterparty", "counterparty"],
  ["contractTitle", "contractTitle"],
  ["milestoneName", "milestoneName"],
  ["jobTitle", "jobTitle"],
  ["totalCents", "amount"],
] as const satisfies readonly (readonly [keyof ApprovalRow, string])[];

function enrichmentOf(before: ApprovalRow | null, after: ApprovalRow, at: Date): Told[] {
  const isOpenTrains = after.money.sources.amount === "opentrain";
  const fields = enriched
    .filter(([column]) => after[column] !== null && (before?.[column] ?? null) === null)
    .filter(([column]) => column !== "totalCents" || isOpenTrains)
    .map(([, field]) => field);
  if (fields.length === 0) return [];
  const amountCents = fields.includes("amount") ? after.money.amountCents : null;
  return [{ at, kind: "enriched", data: { fields, ...(amountCents === null ? {} : { amountCents }) } }];
}

function linkOf(before: ApprovalRow | null, after: ApprovalRow, at: Date): Told[] {
  const was = before?.linkState ?? null;
  if (after.linkState === was) return [];
  if (after.linkState === "quarantined") {
    const url = after.approvalUrl?.slice(0, 500) ?? null;
    // Somebody else's words, as far as they are an address at all.
    return [{ at, kind: "link_quarantined", data: { problem: after.linkProblem }, text: { url } }];
  }
  return was === "quarantined" && after.linkState === "ok" ? [{ at, kind: "link_ok" }] : [];
}

// An outage is told by the connection; in the history of each request it would be noise.
const worthTelling = new Set<ReadProblemCode>(["not_visible", "scope", "garbled", "unknown_status"]);

function problemOf(before: ApprovalRow | null, after: ApprovalRow, at: Date): Told[] {
  const was = before?.readProblem && worthTelling.has(before.readProblem) ? before.readProblem : null;
  const is = after.readProblem && worthTelling.has(after.readProblem) ? after.readProblem : null;
  if (is !== null && is !== was) return [{ at, kind: "unreadable", data: { problem: is } }];
  return was !== null && after.readProblem === null ? [{ at, kind: "readable", data: { problem: was } }] : [];
}

/** That it shows where it should is no news, unless it did not. */
function traceOf(before: ApprovalRow | null, after: ApprovalRow, at: Date): Told[] {
  if (after.trace === "missing" && before?.trace !== "missing") return [{ at, kind: "trace_missing" }];
  return after.trace === "found" && before?.trace === "missing" ? [{ at, kind: "trace_found" }] : [];
}

const settlements: Partial<Record<Standing, string>> = {
  confirmed: "confirmed",
  declined: "declined",
  lapsed: "lapsed",
  superseded: "superseded",
};

function settlementOf(before: ApprovalRow | null, after: ApprovalRow, replacedAt: Date, at: Date): Told[] {
  const kind = settlements[after.standing];
  if (!kind || before?.standing === after.standing) return [];
  if (kind === "superseded") {
    return [{ at: replacedAt, kind, data: { by: after.supersededBy } }];
  }
  const { status, result, resolvedAt, settledAt } = after;
  const when = kind === "lapsed" ? settledAt : resolvedAt;
  return [{ at: when ?? at, kind, data: { status, ...(result ? { result } : {}) } }];
}

/** A replaced request stands as replaced before OpenTrain has ended it; that end is news as well. */
function closingOf(before: ApprovalRow | null, after: ApprovalRow, at: Date): Told[] {
  const stood = before?.standing === "superseded" && after.standing === "superseded";
  if (!stood || before.status === after.status) return [];
  return [{ at: after.resolvedAt ?? at, kind: "replaced_closed", data: { status: after.status } }];
}
