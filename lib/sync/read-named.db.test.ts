import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { captureApproval } from "@/lib/services/approvals/capture";
import { getApproval } from "@/lib/services/approvals/get";
import { getCoverage } from "@/lib/services/coverage/get";
import { getSummary } from "@/lib/services/summary/get";
import { makeEverythingDue } from "@/lib/store/approvals/due";
import { approvals } from "@/lib/store/schema";
import { syncConnection } from "@/lib/sync/sync-connection";
import { useTestDatabase } from "@/lib/testing/database";
import { insertApprovalRow } from "@/lib/testing/factories/insert-approval";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { useTinyUpstream } from "@/lib/testing/factories/upstream";
import { wireApproval } from "@/lib/testing/factories/wire";

const database = useTestDatabase();
const upstream = useTinyUpstream();
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const whole = { from: null, to: null };
const at = (ms: number) => new Date(Date.now() + ms).toISOString();

/** Connected with the token of a member, who is shown none of these. */
async function connectedFor(sinceMs: number) {
  upstream.events = [];
  const made = await makeWorkspace(database.db, {
    origin: upstream.origin,
    watchingSince: new Date(Date.now() - sinceMs),
  });
  upstream.account = { ...upstream.account, organizationId: made.accountKey };
  const hide = (...ids: string[]) =>
    upstream.byToken.set(made.token, { hides: new RegExp(ids.map((id) => `${id}$`).join("|")) });
  const show = () => upstream.byToken.delete(made.token);
  return { made, hide, show };
}

function ask(createdAt: string, changes = {}): string {
  const approval = wireApproval(upstream.origin, { createdAt, ...changes });
  upstream.approvals.set(approval.id, approval);
  return approval.id;
}

/** The feed tells of the end `ago` before now. */
function settle(id: string, status: string, ago: number): void {
  upstream.settle(id, { status, resolvedAt: at(-ago) });
  Object.assign(upstream.events.at(-1) ?? {}, { createdAt: at(-ago) });
}

const sync = ({ connectionId }: MadeWorkspace) =>
  syncConnection({ db: database.db, connectionId, isForced: true });

const capture = (made: MadeWorkspace, id: string) =>
  captureApproval({
    ctx: made.agent(),
    input: { id, told: null, request: null, agent: null, way: "capture" },
  });

it("counts what OpenTrain reports settled and no token can see, names it, and lists none of it", async () => {
  const { made, hide, show } = await connectedFor(10 * dayMs);
  const seen = ask(at(-hourMs));
  await capture(made, seen);
  const [confirmed, declined, expired] = [ask(at(-2 * dayMs)), ask(at(-11 * dayMs)), ask(at(-3 * dayMs))];
  const [early, before] = [ask(at(-8 * dayMs)), ask(at(-12 * dayMs))];
  hide(confirmed, declined, expired, early, before);
  settle(before, "declined", 11 * dayMs);
  settle(early, "declined", 8 * dayMs);
  settle(declined, "declined", dayMs);
  settle(expired, "expired", hourMs);
  settle(confirmed, "confirmed", hourMs / 2);
  settle(seen, "confirmed", 0);
  await sync(made);
  const told = await getCoverage({ ctx: made.owner, input: whole });
  expect(told).toMatchObject({ settled: 4, seenFirst: 1, percent: 25, maybeEarlier: 1 });
  expect(told.agents).toEqual([{ name: null, settled: 4, seenFirst: 1, percent: 25 }]);
  expect(told.misses).toMatchObject([
    { id: confirmed, type: null, outcome: "confirmed", why: "not_visible", seenAt: null },
    { id: expired, outcome: "lapsed", why: "not_visible" },
    { id: declined, outcome: "declined", why: "not_visible" },
  ]);
  const summary = await getSummary({ ctx: made.owner });
  expect(summary.coverage).toMatchObject({ settled: 4, seenFirst: 1 });
  expect(summary.waiting.count).toBe(0);
  await expect(getApproval({ ctx: made.owner, input: { id: confirmed } })).rejects.toBeDefined();
  const lately = { from: new Date(Date.now() - 2 * hourMs), to: null };
  expect(await getCoverage({ ctx: made.owner, input: lately })).toMatchObject({
    settled: 3,
    maybeEarlier: 0,
  });

  // The feed told again, it stays one; and nothing is asked again while the tokens are the same.
  upstream.calls = [];
  await sync(made);
  expect(upstream.calls.filter((call) => call.startsWith("/approvals/"))).toEqual([]);

  // With a token that sees them they are what they are: one of them was asked before.
  show();
  await database.db.transaction((tx) => makeEverythingDue(tx, made.workspaceId, new Date(), new Date()));
  await sync(made);
  const now = await getCoverage({ ctx: made.owner, input: whole });
  expect(now).toMatchObject({ settled: 4, seenFirst: 1, maybeEarlier: 0 });
  expect(now.misses.map(({ id, why }) => [id, why])).toEqual([
    [confirmed, "never_told"],
    [expired, "never_told"],
    [early, "never_told"],
  ]);
});

it("settles a request we may not read any more by what the feed says of its end, until it can be read", async () => {
  const { made, hide, show } = await connectedFor(dayMs);
  const result = { hired: true, contractId: "con_1", jobId: "job_1" };
  const [confirmed, declined, strange, ended] = [0, 1, 2, 3].map(() => ask(at(-hourMs))) as [
    string,
    string,
    string,
    string,
  ];
  for (const id of [confirmed, declined, strange, ended]) await capture(made, id);
  const endedAt = at(-60_000);
  upstream.settle(ended, { status: "declined", resolvedAt: endedAt });
  await sync(made);
  hide(confirmed, declined, strange, ended);
  upstream.settle(confirmed, { status: "confirmed", result, resolvedAt: at(-20_000) });
  const toldAt = at(-10_000);
  Object.assign(upstream.events.at(-1) ?? {}, { createdAt: toldAt });
  settle(declined, "declined", 10_000);
  settle(strange, "withdrawn", 10_000);
  settle(ended, "declined", 10_000);
  await sync(made);
  const rows = async () => {
    const found = await database.db
      .select()
      .from(approvals)
      .where(eq(approvals.workspaceId, made.workspaceId));
    return new Map(found.map((row) => [row.id, row]));
  };
  const told = await rows();
  expect(told.get(confirmed)).toMatchObject({
    standing: "confirmed",
    resolvedAt: new Date(toldAt),
    result: null,
    readProblem: "not_visible",
    nextReadAt: expect.any(Date),
  });
  expect(told.get(declined)).toMatchObject({ standing: "declined", readProblem: "not_visible" });
  expect(told.get(strange)).toMatchObject({ standing: "open", readProblem: "not_visible" });
  expect(told.get(ended)).toMatchObject({ standing: "declined", resolvedAt: new Date(endedAt) });
  expect((await getSummary({ ctx: made.owner })).waiting.count).toBe(1);
  expect(await getCoverage({ ctx: made.owner, input: whole })).toMatchObject({ settled: 3 });

  show();
  await database.db
    .update(approvals)
    .set({ nextReadAt: new Date(0) })
    .where(eq(approvals.id, confirmed));
  await sync(made);
  expect((await rows()).get(confirmed)).toMatchObject({ standing: "confirmed", result, readProblem: null });
});

it("settles one that comes to the list after the feed told of its end", async () => {
  const { made, hide } = await connectedFor(10 * dayMs);
  const id = ask(at(-hourMs));
  hide(id);
  settle(id, "declined", 60_000);
  await sync(made);
  // As the recorder's own memory brings it, late.
  await insertApprovalRow(database.db, made, { id });
  await sync(made);
  const [row] = await database.db.select().from(approvals).where(eq(approvals.id, id));
  expect(row).toMatchObject({ standing: "declined", readProblem: "not_visible" });
  expect(await getCoverage({ ctx: made.owner, input: whole })).toMatchObject({ settled: 1 });
});
