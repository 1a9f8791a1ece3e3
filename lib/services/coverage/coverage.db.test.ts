import { expect, it } from "vitest";
import { type CoverageFacts, coverageOf } from "@/lib/domain/coverage";
import type { CaptureWay, Standing } from "@/lib/domain/records";
import { captureApproval } from "@/lib/services/approvals/capture";
import { getCoverage } from "@/lib/services/coverage/get";
import { getSummary } from "@/lib/services/summary/get";
import { approvals, workspaces } from "@/lib/store/schema";
import { closeGap, openGap } from "@/lib/store/watch-gaps";
import { syncConnection } from "@/lib/sync/sync-connection";
import { useTestDatabase } from "@/lib/testing/database";
import { insertApprovalRow } from "@/lib/testing/factories/insert-approval";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { useTinyUpstream } from "@/lib/testing/factories/upstream";
import { wireApproval } from "@/lib/testing/factories/wire";

const database = useTestDatabase();
const upstream = useTinyUpstream();
const minuteMs = 60_000;
const whole = { from: null, to: null };

function connected(watchingSince: Date): Promise<MadeWorkspace> {
  return makeWorkspace(database.db, { origin: upstream.origin, watchingSince });
}

it("counts in SQL what the rule counts, over every combination, each period and agent", async () => {
  const since = new Date("2026-11-01T00:00:00.000Z");
  const made = await connected(since);
  const other = await connected(since);
  const at = (minutes: number) => new Date(since.getTime() + minutes * minuteMs);
  const rows: (CoverageFacts & { agentName: string | null })[] = [];
  let n = 0;
  const standings: Standing[] = ["open", "confirmed", "declined", "lapsed", "superseded", "unreadable"];
  const ways: CaptureWay[] = ["recorder", "capture", "paste", "backfill", "feed"];
  for (const standing of standings)
    for (const way of ways)
      for (const createdAt of [null, at(-1), at(0), at(20)])
        for (const [resolvedAt, expiresAt] of [
          [at(60), at(90)],
          [at(95), at(90)],
          [null, at(90)],
          [null, null],
        ])
          for (const minutes of [30, 60, 90]) {
            n += 1;
            const agentName = [null, "bookkeeper", "recruiter"][n % 3] ?? null;
            const seenAt = at(minutes);
            const settledAt = standing === "open" || standing === "unreadable" ? null : at(91);
            const ended = { resolvedAt: resolvedAt ?? null, expiresAt: expiresAt ?? null, settledAt };
            rows.push({ standing, way, createdAt, ...ended, seenAt, agentName });
          }
  const ids = new Map<string, (typeof rows)[number]>();
  const first = await insertApprovalRow(database.db, other, { standing: "confirmed", way: "feed" });
  const stored = rows.map(({ way, seenAt, ...facts }, index) => {
    const id = `appr_${index}`;
    ids.set(id, { way, seenAt, ...facts });
    const { workspaceId, connectionId } = made;
    return { ...first, ...facts, workspaceId, connectionId, id, way: way ?? "feed", seenAt: seenAt ?? since };
  });
  // As many at once as a statement takes parameters for.
  for (let start = 0; start < stored.length; start += 500) {
    await database.db.insert(approvals).values(stored.slice(start, start + 500));
  }
  for (const period of [
    whole,
    { from: at(60), to: at(90) },
    { from: at(90), to: at(92) },
    { from: at(200), to: null },
  ]) {
    const told = await getCoverage({ ctx: made.as("viewer"), input: period });
    expect(told).toMatchObject(coverageOf(rows, { since, ...period }));
    for (const name of [null, "bookkeeper", "recruiter"]) {
      const own = coverageOf(
        rows.filter(({ agentName }) => agentName === name),
        { since, ...period },
      );
      const served = told.agents.find((agent) => agent.name === name);
      expect(served ?? { name, settled: 0, seenFirst: 0, percent: null }).toEqual({ name, ...own });
    }
    expect(told.misses).toHaveLength(told.settled - told.seenFirst);
    for (const miss of told.misses) {
      const facts = ids.get(miss.id);
      expect(facts && coverageOf([facts], { since, ...period })).toMatchObject({ settled: 1, seenFirst: 0 });
    }
  }
  const summary = await getSummary({ ctx: made.as("viewer") });
  expect(summary.coverage).toEqual({ since, ...coverageOf(rows, { since }) });
});

it("has no figure before anything is settled, and none without a connection", async () => {
  const made = await connected(new Date());
  await insertApprovalRow(database.db, made, {});
  const told = await getCoverage({ ctx: made.as("finance"), input: whole });
  expect(told).toMatchObject({ settled: 0, seenFirst: 0, percent: null, misses: [], agents: [] });
  const nowhere = { ...made.as("owner"), workspaceId: crypto.randomUUID() };
  await database.db.insert(workspaces).values({
    id: nowhere.workspaceId,
    name: "Nothing",
    kind: "none",
    createdAt: new Date(),
  });
  await expect(getCoverage({ ctx: nowhere, input: whole })).rejects.toMatchObject({
    reason: "not_connected",
  });
  expect((await getSummary({ ctx: nowhere })).coverage).toBeNull();
});

it("falls when an agent stops telling, and names what would have caught it", async () => {
  const now = Date.now();
  const made = await connected(new Date(now - 60 * minuteMs));
  upstream.account = { ...upstream.account, organizationId: made.accountKey };
  const ask = (minutesAgo: number) => {
    const createdAt = new Date(now - minutesAgo * minuteMs).toISOString();
    const approval = wireApproval(upstream.origin, { createdAt });
    upstream.approvals.set(approval.id, approval);
    return approval.id;
  };
  const tell = (id: string, readWithinMs?: number) =>
    captureApproval({
      ctx: made.agent(),
      input: { id, told: null, request: null, agent: { name: "bookkeeper" }, way: "capture" },
      ...(readWithinMs === undefined ? {} : { readWithinMs }),
    });
  const sync = () => syncConnection({ db: database.db, connectionId: made.connectionId, isForced: true });
  const [seen, untold, unproven, unwatched, late, old] = [
    ask(50),
    ask(40),
    ask(30),
    ask(20),
    ask(10),
    ask(70),
  ];
  const gap = { workspaceId: made.workspaceId, source: "recorder", why: "recorder_not_stored" } as const;
  const gapFrom = new Date(now - 21 * minuteMs);
  const gapTo = new Date(now - 19 * minuteMs);
  await openGap(database.db, { ...gap, fromAt: gapFrom });
  await closeGap(database.db, { ...gap, untilAt: gapTo });
  await tell(seen);
  await tell(unproven, 0);
  for (const id of [seen, untold, unproven, unwatched, late, old])
    upstream.settle(id, { status: "declined" });
  await sync();
  await tell(late);
  const told = await getCoverage({ ctx: made.as("owner"), input: whole });
  expect(told).toMatchObject({ settled: 5, seenFirst: 1, percent: 20 });
  const whys = new Map(told.misses.map(({ id, why }) => [id, why]));
  expect(whys).toEqual(
    new Map([
      [untold, "never_told"],
      [unproven, "not_proven_in_time"],
      [unwatched, "not_watching"],
      [late, "told_late"],
    ]),
  );
  expect(told.gaps).toEqual([{ from: gapFrom, to: gapTo, isOpen: false, why: "recorder_not_stored" }]);
  expect(told.agents).toContainEqual({ name: "bookkeeper", settled: 3, seenFirst: 1, percent: 33.3 });
});

it("shows a gap that is still open as going on, and none of another time or workspace", async () => {
  const made = await connected(new Date(Date.now() - 60 * minuteMs));
  const other = await connected(new Date());
  const gap = { source: "feed", why: "feed_away" } as const;
  const [early, fromAt] = [new Date(Date.now() - 50 * minuteMs), new Date(Date.now() - minuteMs)];
  await openGap(database.db, { ...gap, workspaceId: made.workspaceId, fromAt: early });
  await closeGap(database.db, {
    ...gap,
    workspaceId: made.workspaceId,
    untilAt: new Date(early.getTime() + 1),
  });
  await openGap(database.db, { ...gap, workspaceId: made.workspaceId, fromAt });
  await openGap(database.db, { ...gap, workspaceId: other.workspaceId, fromAt });
  const ctx = made.as("viewer");
  const from = new Date(Date.now() - 30 * minuteMs);
  const { gaps } = await getCoverage({ ctx, input: { from, to: null } });
  expect(gaps).toEqual([{ from: fromAt, to: ctx.now, isOpen: true, why: "feed_away" }]);
});

it("does not take a request for seen that was settled while it was being read", async () => {
  const made = await connected(new Date(Date.now() - 60 * minuteMs));
  upstream.account = { ...upstream.account, organizationId: made.accountKey };
  const approval = wireApproval(upstream.origin);
  // OpenTrain's clock, of which we know whole seconds, is a little ahead of what we take it for.
  const resolvedAt = new Date(Date.now() + 400).toISOString();
  upstream.approvals.set(approval.id, { ...approval, status: "declined", resolvedAt });
  await captureApproval({
    ctx: made.agent(),
    input: { id: approval.id, told: null, request: null, agent: null, way: "capture" },
  });
  expect(await getCoverage({ ctx: made.as("owner"), input: whole })).toMatchObject({
    settled: 1,
    seenFirst: 0,
  });
});
