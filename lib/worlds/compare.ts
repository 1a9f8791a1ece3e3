import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { expect } from "vitest";
import { listClaims } from "@/lib/services/claims/list";
import { getCoverage } from "@/lib/services/coverage/get";
import { getSummary } from "@/lib/services/summary/get";
import { type ApprovalRow, approvals, asks, events, milestones } from "@/lib/store/schema";
import { type Counted, knowable, standingIn } from "@/lib/worlds/expected";
import { ask, type TrueApproval, type Truth } from "@/lib/worlds/open-sandbox";
import type { World } from "@/lib/worlds/world";

/** The inbox is the account as it truly is: no request more, none less, each as it stands, each cent known. */
export async function compare(world: World, truth: Truth): Promise<TrueApproval[]> {
  const { db, workspaceId } = world;
  const rows = await db.select().from(approvals).where(eq(approvals.workspaceId, workspaceId));
  const known = await knowable(world, truth);
  const told = (list: { id: string }[]) => list.map(({ id }) => id).toSorted();
  expect(told(rows)).toEqual(told(known));
  for (const row of rows) compareOne(row, known, world);
  expect((await listClaims({ ctx: world.owner() })).claims).toEqual([]);
  await compareSums(world, truth, known, rows);
  await nothingLeftUnanswered(world, known);
  await nothingTwice(world);
  return known;
}

/** The figure is the one an onlooker comes to who only ever saw the list, and each miss is named. */
export async function compareCoverage(world: World, counted: Counted): Promise<void> {
  const input = { from: null, to: null };
  const { settled, seenFirst, misses } = await getCoverage({ ctx: world.owner(), input });
  expect({ settled, seenFirst, missed: misses.map(({ id }) => id).toSorted() }).toEqual(counted);
}

function compareOne(row: ApprovalRow, known: TrueApproval[], world: World): void {
  const is = known.find(({ id }) => id === row.id);
  if (!is) throw new Error(`${row.id} is not there`);
  const instant = (at: Date | null) => at?.toISOString() ?? null;
  expect({
    id: row.id,
    type: row.type,
    status: row.status,
    standing: row.standing,
    jobId: row.jobId,
    proposalId: row.proposalId,
    milestoneId: row.milestoneId,
    createdAt: instant(row.createdAt),
    expiresAt: instant(row.expiresAt),
    resolvedAt: instant(row.resolvedAt),
    result: row.result,
    approvalUrl: row.approvalUrl,
    linkState: row.linkState,
    readProblem: row.readProblem,
  }).toEqual({
    id: is.id,
    type: is.type,
    status: is.status,
    standing: standingIn(known, is),
    jobId: is.jobId,
    proposalId: is.proposalId,
    milestoneId: is.milestoneId,
    createdAt: is.createdAt,
    expiresAt: is.expiresAt,
    resolvedAt: is.resolvedAt,
    result: is.result,
    approvalUrl: is.approvalUrl,
    linkState: "ok",
    readProblem: null,
  });
  const shown = (row.recordedTerms ?? row.toldTerms)?.amountCents ?? null;
  expect(shown).toBe(world.askedCents.get(is.id) ?? unheardCents(row, is, world));
  if (shown !== null) world.askedCents.set(is.id, shown);
}

/** The answer was lost, the request was not: if it is taken for this one, it was this one. */
function unheardCents(row: ApprovalRow, is: TrueApproval, { unheard }: World): number | null {
  const path = `/proposals/${encodeURIComponent(is.proposalId ?? "")}/hire`;
  return row.toldTerms !== null && unheard.has(path) ? (is.terms?.amountCents ?? null) : null;
}

async function nothingLeftUnanswered({ db, workspaceId }: World, known: TrueApproval[]): Promise<void> {
  const open = await db
    .select()
    .from(asks)
    .where(and(eq(asks.workspaceId, workspaceId), inArray(asks.state, ["asked", "unknown"])));
  expect(open.filter(({ state }) => state === "asked")).toEqual([]);
  for (const ask of open) {
    const subjects = known
      .filter(({ createdAt }) => Math.abs(Date.parse(createdAt) - ask.askedAt.getTime()) < 4000)
      .map(({ proposalId, milestoneId, contractId }) => proposalId ?? milestoneId ?? contractId);
    expect(subjects).not.toContain(ask.subjectId);
  }
}

/** A hire may be confirmed without a trace; what its milestones are worth is then told to nobody. */
async function milestonesShown({ sandbox, account }: World, { contracts }: Truth): Promise<Set<string>> {
  const shown = new Set<string>();
  for (const { id } of contracts) {
    const url = `${sandbox.origin}/api/public/v1/contracts/${encodeURIComponent(id)}`;
    const { body } = await ask("GET", url, account.tokens.owner);
    const contract = body?.contract as { milestones?: { id: string }[] } | undefined;
    for (const milestone of contract?.milestones ?? []) shown.add(milestone.id);
  }
  return shown;
}

/** What was read once stays when it later disappears: a refunded milestone is listed no more. */
async function milestonesRead({ db, workspaceId }: World): Promise<string[]> {
  const kept = await db
    .select({ id: milestones.id })
    .from(milestones)
    .where(and(eq(milestones.workspaceId, workspaceId), isNotNull(milestones.goneAt)));
  return kept.map(({ id }) => id);
}

async function compareSums(
  world: World,
  truth: Truth,
  known: TrueApproval[],
  rows: ApprovalRow[],
): Promise<void> {
  const theirs = truth.contracts.flatMap((contract) =>
    contract.milestones.map((milestone) => ({ ...milestone, contractId: contract.id })),
  );
  const centsOf = (usd: number) => Math.round(usd * 100);
  const fee = (cents: number) => Math.floor((cents * 10 + 50) / 100);
  const shown = new Set([...(await milestonesShown(world, truth)), ...(await milestonesRead(world))]);
  const sums = { min: 0, max: 0, unknown: 0, release: 0, releaseUnknown: 0 };
  for (const one of known.filter((each) => standingIn(known, each) === "open")) {
    const milestone = theirs.find(({ id }) => id === one.milestoneId && shown.has(id));
    const asked = world.askedCents.get(one.id);
    if (one.type === "milestone_approve" && milestone) sums.release += centsOf(milestone.amountUsd);
    if (one.type === "milestone_approve" && !milestone) sums.releaseUnknown += 1;
    if (one.type === "milestone_fund" && !milestone) sums.unknown += 1;
    if (one.type === "milestone_fund" && milestone) {
      const cents = centsOf(milestone.amountUsd);
      sums.min += cents;
      sums.max += cents + fee(cents);
    }
    if (one.type !== "proposal_hire") continue;
    if (asked === undefined) sums.unknown += 1;
    else {
      sums.min += asked + fee(asked) + 995;
      sums.max += asked + fee(asked) + 995;
    }
  }
  const { waiting, credits } = await getSummary({ ctx: world.owner() });
  expect(waiting.count).toBe(rows.filter(({ standing }) => standing === "open").length);
  expect({ charge: waiting.charge, release: waiting.release }).toEqual({
    charge: { minCents: sums.min, maxCents: sums.max, unknownCount: sums.unknown },
    release: { cents: sums.release, unknownCount: sums.releaseUnknown },
  });
  expect(credits?.availableCents).toBe(truth.credits.availableCents);
}

const onceOnly = ["asked", "listed", "confirmed", "declined", "lapsed"];

async function nothingTwice({ db, workspaceId }: World): Promise<void> {
  const told = await db
    .select({ kind: events.kind, id: events.subjectId })
    .from(events)
    .where(and(eq(events.workspaceId, workspaceId), inArray(events.kind, onceOnly)));
  const names = told.map(({ kind, id }) => `${kind} ${id}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
}
