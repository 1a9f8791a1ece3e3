import { and, eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import type { UpstreamApproval } from "@/lib/domain/records";
import type { OpenTrainClient } from "@/lib/opentrain/client";
import { applyReads } from "@/lib/services/approvals/apply-reads";
import { captureApproval } from "@/lib/services/approvals/capture";
import { noFacts } from "@/lib/services/approvals/gather-facts";
import { beginBackfill } from "@/lib/services/backfill/begin";
import { cancelBackfill } from "@/lib/services/backfill/cancel";
import { getBackfill } from "@/lib/services/backfill/get";
import { startBackfill } from "@/lib/services/backfill/start";
import { openReader } from "@/lib/services/connections/open-reader";
import { getCoverage } from "@/lib/services/coverage/get";
import { findConnectionById } from "@/lib/store/connections/rows";
import type { Db } from "@/lib/store/pool";
import { approvals, backfillItems, backfills, connections, events, unseen } from "@/lib/store/schema";
import { type BackfillInput, backfill } from "@/lib/sync/backfill/run";
import { syncConnection } from "@/lib/sync/sync-connection";
import { useTestDatabase } from "@/lib/testing/database";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { TinyUpstream } from "@/lib/testing/factories/upstream";
import { type WireApproval, wireApproval, wireContract, wireMilestone } from "@/lib/testing/factories/wire";
import { untoldChanges, watchEvents } from "@/lib/testing/watch-events";

const database = useTestDatabase();
const running: TinyUpstream[] = [];
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const free = () => ({ take: () => Promise.resolve(0), rest: () => Promise.resolve() });

afterEach(async () => {
  for (const upstream of running.splice(0)) await upstream.stop();
});

async function world(): Promise<{ upstream: TinyUpstream; made: MadeWorkspace }> {
  const upstream = new TinyUpstream();
  await upstream.start();
  running.push(upstream);
  const made = await makeWorkspace(database.db, { origin: upstream.origin });
  upstream.account = { ...upstream.account, organizationId: made.accountKey };
  const { connectionId, workspaceId } = made;
  await database.db.transaction((tx) => beginBackfill(tx, { connectionId, workspaceId, now: new Date() }));
  return { upstream, made };
}

/** A past of every kind: hired, funded, released, declined, lapsed, replaced, asked again. */
function liveThrough(upstream: TinyUpstream, count: number): WireApproval[] {
  const made: WireApproval[] = [];
  const end = (days: number, changes: Partial<WireApproval>) => {
    const createdAt = new Date(Date.now() - days * dayMs).toISOString();
    const resolvedAt = new Date(Date.now() - days * dayMs + 60 * minuteMs).toISOString();
    const approval = wireApproval(upstream.origin, { createdAt, resolvedAt, status: "declined", ...changes });
    upstream.approvals.set(approval.id, approval);
    upstream.emit("approval.confirmed", { approvalId: approval.id, status: approval.status });
    made.push(approval);
    return approval;
  };
  for (let index = 0; index < count; index++) {
    const days = 400 - index;
    switch (index % 6) {
      case 0: {
        const milestone = wireMilestone({ status: "PAID", amountUsd: 120.5 });
        const contract = wireContract({ milestones: [milestone, wireMilestone({ milestoneNumber: 2 })] });
        upstream.contracts.set(contract.id, contract);
        const result = { hired: true, contractId: contract.id, jobId: "job_1" };
        end(days, { status: "confirmed", result });
        upstream.emit("contract.created", { contractId: contract.id });
        const about = { type: "milestone_approve", contractId: contract.id, milestoneId: milestone.id };
        end(days, { ...about, proposalId: null, status: "confirmed", result: {} });
        end(days, { type: "contract_end", contractId: contract.id, proposalId: null, status: "expired" });
        break;
      }
      case 1: {
        const asked = end(days, {});
        end(days - 0.5, { proposalId: asked.proposalId, status: "expired" });
        break;
      }
      case 2: {
        const resolvedAt = new Date(Date.now() - (days - 1) * dayMs).toISOString();
        const replaced = end(days, { status: "expired", resolvedAt });
        end(days - 0.5, { proposalId: replaced.proposalId });
        break;
      }
      case 3: {
        // So many about the same that they do not come in one batch.
        const { proposalId } = end(days, {});
        end(days - 0.2, { proposalId, status: "expired" });
        const resolvedAt = new Date(Date.now() - (days - 0.6) * dayMs).toISOString();
        end(days - 0.4, { proposalId, resolvedAt });
        end(days - 0.5, { proposalId });
        break;
      }
      default:
        end(days, {});
        upstream.proposals.set(made.at(-1)?.proposalId ?? "", {
          id: made.at(-1)?.proposalId,
          job: { id: "job_1", title: "Box 600 receipts" },
          candidate: { userId: `usr_${index}`, displayName: "Noor B.", country: "Portugal" },
        });
    }
  }
  return made;
}

function stretch(made: MadeWorkspace, more: Partial<BackfillInput> = {}) {
  const { connectionId } = made;
  return backfill({
    db: database.db,
    connectionId,
    stretchMs: 0,
    budgetOf: free,
    sizes: { events: 10, items: 6 },
    ...more,
  });
}

async function runToEnd(made: MadeWorkspace, more: Partial<BackfillInput> = {}): Promise<number> {
  for (let stretches = 1; ; stretches++) {
    if ((await stretch(made, more)).againInMs === null) return stretches;
    if (stretches > 300) throw new Error("it never ends");
  }
}

const progress = (made: MadeWorkspace) => getBackfill({ ctx: made.as("viewer") });

async function rowsOf({ workspaceId }: MadeWorkspace) {
  const rows = await database.db.select().from(approvals).where(eq(approvals.workspaceId, workspaceId));
  return new Map(rows.map((row) => [row.id, row]));
}

function historyOf({ workspaceId }: MadeWorkspace) {
  return database.db
    .select({ kind: events.kind, id: events.subjectId, data: events.data })
    .from(events)
    .where(and(eq(events.workspaceId, workspaceId), eq(events.subjectKind, "approval")))
    .orderBy(events.id);
}

/** The same past, written one by one as the feed's own reads are. */
async function writtenOneByOne(upstream: TinyUpstream, past: WireApproval[]) {
  const made = await makeWorkspace(database.db, { origin: upstream.origin });
  const connection = await findConnectionById(database.db, made.connectionId);
  const reader = connection && (await openReader(database.db, connection, { budgetOf: free }));
  if (!connection || !reader) throw new Error("nothing to read with");
  const ask = async <T>(
    call: (client: OpenTrainClient) => Promise<{ ok: true; value: T } | { ok: false }>,
  ) => {
    const answer = await reader.read(call as never);
    return answer.ok ? [answer.value as T] : [];
  };
  for (const { id, proposalId } of past.toReversed()) {
    const [approval] = await ask<UpstreamApproval>((client) => client.getApproval(id));
    if (!approval) continue;
    const contractId = approval.contractId ?? (approval.result?.contractId as string | undefined);
    const contracts = contractId ? await ask((client) => client.getContract(contractId)) : [];
    const proposals = proposalId && !contractId ? await ask((client) => client.getProposal(proposalId)) : [];
    const place = { connection, at: new Date(), isBackfill: true as const };
    const reads = [{ id, approval, tokenId: null }];
    await database.db.transaction((tx) =>
      applyReads(tx, place, reads, { ...noFacts, contracts, proposals, jobs: upstream.jobs }),
    );
  }
  return made;
}

describe("reading the history", () => {
  it("stores what writing one by one would store, the same rows with the same history", async () => {
    const { upstream, made } = await world();
    const past = liveThrough(upstream, 24);
    await runToEnd(made, { stretchMs: 60_000 });
    const reference = await writtenOneByOne(upstream, past);
    const [rows, expected] = [await rowsOf(made), await rowsOf(reference)];
    expect(rows.size).toBe(past.length);
    for (const [id, row] of expected) {
      const own = {
        workspaceId: made.workspaceId,
        connectionId: made.connectionId,
        seenAt: expect.any(Date),
        lastReadAt: expect.any(Date),
        readByToken: expect.any(String),
        // Its gaps are not asked for again.
        nextReadAt: rows.get(id)?.nextReadAt ?? null,
      };
      expect(rows.get(id)).toEqual({ ...row, ...own });
    }
    const told = (list: Awaited<ReturnType<typeof historyOf>>) =>
      list.map((one) => JSON.stringify(one)).toSorted();
    expect(told(await historyOf(made))).toEqual(told(await historyOf(reference)));
    expect([...rows.values()].map(({ way }) => way)).not.toContain("feed");
    expect(await progress(made)).toMatchObject({ state: "finished", read: past.length, toGo: 0, hidden: 0 });
    expect([...rows.values()].filter(({ standing }) => standing === "superseded").length).toBe(8);
  });

  it("takes the newest first, and leaves the inbox usable meanwhile", async () => {
    const { upstream, made } = await world();
    const past = liveThrough(upstream, 16);
    await stretch(made);
    expect(await progress(made)).toMatchObject({ stage: "collecting", eventsRead: 10, state: "running" });
    while ((await progress(made))?.stage === "collecting") await stretch(made);
    await stretch(made);
    const some = await rowsOf(made);
    expect(some.size).toBeGreaterThan(0);
    expect(some.size).toBeLessThan(past.length);
    const newest = past.slice(-some.size).map(({ id }) => id);
    expect([...some.keys()].toSorted()).toEqual(newest.toSorted());
    expect((await progress(made))?.toGo).toBe(past.length - some.size);
    const asked = wireApproval(upstream.origin);
    upstream.approvals.set(asked.id, asked);
    const input = { id: asked.id, told: null, request: null, agent: null, way: "capture" as const };
    expect(await captureApproval({ ctx: made.agent(), input })).toMatchObject({ id: asked.id });
  });

  it("counts what belongs to other tokens and says so", async () => {
    const { upstream, made } = await world();
    const past = liveThrough(upstream, 12);
    const hidden = past.filter((_one, index) => index % 4 === 0);
    for (const { id } of hidden) upstream.approvals.delete(id);
    await runToEnd(made);
    expect(await progress(made)).toMatchObject({
      state: "finished",
      found: past.length,
      read: past.length - hidden.length,
      hidden: hidden.length,
      unreadable: 0,
    });
  });

  it("counts what ended since and no token may see, though following begins only behind it", async () => {
    const { upstream, made } = await world();
    const at = (days: number) => new Date(Date.now() - days * dayMs).toISOString();
    await database.db
      .update(connections)
      .set({ watchingSince: new Date(at(10)) })
      .where(eq(connections.id, made.connectionId));
    const shown = wireApproval(upstream.origin, { createdAt: at(2), status: "declined", resolvedAt: at(1) });
    upstream.approvals.set(shown.id, shown);
    const told = (approvalId: string, days: number) => {
      upstream.emit("approval.confirmed", { approvalId, status: "declined" });
      Object.assign(upstream.events.at(-1) ?? {}, { createdAt: at(days) });
    };
    told("appr_before", 11);
    told("appr_maybe_before", 8);
    told("appr_hidden", 1);
    told(shown.id, 1);
    const coverage = () => getCoverage({ ctx: made.as("owner"), input: { from: null, to: null } });
    while ((await progress(made))?.stage === "collecting") await stretch(made);
    await runToEnd(made);
    await syncConnection({ db: database.db, connectionId: made.connectionId, isForced: true });
    const kept = await database.db.select().from(unseen).where(eq(unseen.connectionId, made.connectionId));
    expect(kept.map(({ approvalId }) => approvalId)).not.toContain("appr_before");
    const found = await coverage();
    expect(found).toMatchObject({ settled: 2, seenFirst: 0, maybeEarlier: 1 });
    expect(found.misses.map(({ id, why }) => [id, why]).toSorted()).toEqual(
      [
        ["appr_hidden", "not_visible"],
        [shown.id, "never_told"],
      ].toSorted(),
    );
  });

  it("counts in no coverage, but a request asked since and found late does, as a miss", async () => {
    const { upstream, made } = await world();
    liveThrough(upstream, 10);
    const createdAt = new Date(Date.now() + 5).toISOString();
    const missed = wireApproval(upstream.origin, { createdAt });
    upstream.approvals.set(missed.id, missed);
    upstream.settle(missed.id, { status: "confirmed", resolvedAt: new Date(Date.now() + 60).toISOString() });
    await runToEnd(made);
    const told = await getCoverage({ ctx: made.as("owner"), input: { from: null, to: null } });
    expect(told).toMatchObject({ settled: 1, seenFirst: 0, misses: [{ id: missed.id, why: "never_told" }] });
    // With all the care of a live one: what is missing of it is asked for again.
    const row = (await rowsOf(made)).get(missed.id);
    expect(row).toMatchObject({ way: "feed", nextReadAt: expect.any(Date) });
  });

  it("ends at once for an account without a past", async () => {
    const { made } = await world();
    await runToEnd(made);
    expect(await progress(made)).toMatchObject({ state: "finished", found: 0, eventsRead: 0 });
  });
});

describe("following meanwhile", () => {
  it("begins at the present that was found, and reads none of the past a second time", async () => {
    const { upstream, made } = await world();
    const past = liveThrough(upstream, 16);
    const sync = () => syncConnection({ db: database.db, connectionId: made.connectionId, isForced: true });
    await sync();
    expect((await rowsOf(made)).size).toBe(0);
    while ((await progress(made))?.stage === "collecting") await stretch(made);
    upstream.calls = [];
    const now = wireApproval(upstream.origin);
    upstream.approvals.set(now.id, now);
    upstream.settle(now.id, { status: "confirmed" });
    await sync();
    expect(upstream.calls.filter((call) => call.startsWith("/approvals/"))).toEqual([`/approvals/${now.id}`]);
    // Asked before this inbox was there; but it was not gone back for.
    expect((await rowsOf(made)).get(now.id)?.way).toBe("feed");
    await runToEnd(made);
    expect((await rowsOf(made)).size).toBe(past.length + 1);
  });

  it("keeps the place it had when the account was connected before", async () => {
    const { upstream, made } = await world();
    liveThrough(upstream, 12);
    const { connectionId } = made;
    await database.db.update(connections).set({ feedCursor: "103" }).where(eq(connections.id, connectionId));
    await runToEnd(made);
    expect((await findConnectionById(database.db, connectionId))?.feedCursor).toBe("103");
  });

  it("walks on to the present when reading is cancelled before it is there", async () => {
    const { upstream, made } = await world();
    liveThrough(upstream, 16);
    await stretch(made);
    await cancelBackfill({ ctx: made.as("owner") });
    await runToEnd(made);
    const connection = await findConnectionById(database.db, made.connectionId);
    expect(connection?.feedCursor).toBe(upstream.events.at(-1)?.id);
    expect((await rowsOf(made)).size).toBe(0);
    expect(await progress(made)).toMatchObject({ state: "cancelled" });
  });
});

describe("killed", () => {
  /** Dies before or after the nth transaction is decided. */
  function dying(nth: number, isCommitted: boolean): Db {
    let seen = 0;
    return new Proxy(database.db, {
      get(target, name, receiver) {
        if (name !== "transaction") return Reflect.get(target, name, receiver);
        return async (work: Parameters<Db["transaction"]>[0]) => {
          seen += 1;
          if (seen !== nth) return target.transaction(work);
          await target
            .transaction(async (tx) => {
              await work(tx);
              if (!isCommitted) throw new Error("killed");
            })
            .catch((error: unknown) => {
              if (!(error instanceof Error && error.message === "killed")) throw error;
            });
          throw new Error("killed");
        };
      },
    });
  }

  it("at any step goes on, and doubles nothing", async () => {
    const { upstream, made } = await world();
    const past = liveThrough(upstream, 8);
    await runToEnd(made);
    const [whole, history] = [await rowsOf(made), await historyOf(made)];
    let steps = 0;
    for (let isOver = false; !isOver; steps++) {
      for (const isCommitted of [false, true]) {
        const again = await makeWorkspace(database.db, { origin: upstream.origin });
        const { connectionId, workspaceId } = again;
        await database.db.transaction((tx) =>
          beginBackfill(tx, { connectionId, workspaceId, now: new Date() }),
        );
        const died = await runToEnd(again, { db: dying(steps + 1, isCommitted), stretchMs: 60_000 }).then(
          () => false,
          (error: Error) => error.message === "killed",
        );
        isOver = !died;
        await runToEnd(again);
        expect((await rowsOf(again)).size).toBe(whole.size);
        expect(await historyOf(again)).toHaveLength(history.length);
        const found = { found: past.length, read: past.length, hidden: 0, unreadable: 0 };
        expect(await progress(again)).toMatchObject({
          state: "finished",
          ...found,
          eventsRead: upstream.events.length,
        });
      }
    }
    // Two pages, batches of the past and the end.
    expect(steps).toBeGreaterThanOrEqual(4);
  });

  it("while two work on it, doubles nothing", async () => {
    const { upstream, made } = await world();
    const past = liveThrough(upstream, 12);
    await Promise.all([runToEnd(made), runToEnd(made), runToEnd(made, { stretchMs: 60_000 })]);
    expect((await rowsOf(made)).size).toBe(past.length);
    expect(await progress(made)).toMatchObject({ state: "finished", found: past.length, read: past.length });
    const listed = (await historyOf(made)).filter(({ kind }) => kind === "listed");
    expect(listed).toHaveLength(past.length);
  });
});

describe("what goes wrong", () => {
  it("waits while OpenTrain is away, says why, and goes on by itself", async () => {
    const { upstream, made } = await world();
    const past = liveThrough(upstream, 12);
    upstream.fail(/./, 500);
    const waits: (number | null)[] = [];
    for (let tries = 0; tries < 3; tries++)
      waits.push((await stretch(made, { random: () => 0.5 })).againInMs);
    expect(waits).toEqual([1_000, 2_000, 4_000]);
    expect(await progress(made)).toMatchObject({ state: "running", problem: "server_error" });
    upstream.heal();
    await stretch(made);
    expect(await progress(made)).toMatchObject({ problem: null });
    upstream.fail(/approvals/, "drop");
    while ((await progress(made))?.stage === "collecting") await stretch(made);
    await stretch(made);
    expect(await progress(made)).toMatchObject({ problem: "network", read: 0, unreadable: 0 });
    upstream.heal();
    await runToEnd(made);
    expect(await progress(made)).toMatchObject({ state: "finished", read: past.length, problem: null });
  });

  it("reads around a page that is garbled, in smaller pieces", async () => {
    const { upstream, made } = await world();
    const past = liveThrough(upstream, 12);
    upstream.fail(/updates/, "garbage", 2);
    await stretch(made);
    expect(await progress(made)).toMatchObject({ eventsRead: 1, problem: null });
    await runToEnd(made);
    expect(await progress(made)).toMatchObject({ state: "finished", found: past.length, read: past.length });
  });

  it("tries garbled ones again, leaves them, says so, and finds them when started anew", async () => {
    const { upstream, made } = await world();
    const past = liveThrough(upstream, 12);
    const [first, second] = past;
    upstream.fail(new RegExp(`${first?.id}|${second?.id}`), "garbage");
    await runToEnd(made);
    expect(await progress(made)).toMatchObject({
      state: "finished",
      read: past.length - 2,
      unreadable: 2,
      toGo: 0,
    });
    upstream.heal();
    await startBackfill({ ctx: made.as("owner") });
    await runToEnd(made);
    expect(await progress(made)).toMatchObject({ state: "finished", found: 2, read: 2, unreadable: 0 });
    expect((await rowsOf(made)).size).toBe(past.length);
  });

  it("lets one that OpenTrain stumbles over not hide the others", async () => {
    const { upstream, made } = await world();
    const past = liveThrough(upstream, 12);
    upstream.fail(new RegExp(String(past[7]?.id)), 500);
    await runToEnd(made);
    expect(await progress(made)).toMatchObject({ state: "finished", read: past.length - 1, unreadable: 1 });
  });

  it("waits without a token, and stops for a connection that is closed", async () => {
    const { upstream, made } = await world();
    liveThrough(upstream, 10);
    upstream.byToken.set(made.token, { isRevoked: true });
    await stretch(made);
    expect(await progress(made)).toMatchObject({ state: "running", problem: "unauthorized" });
    const { connectionId } = made;
    await database.db
      .update(connections)
      .set({ state: "disconnected" })
      .where(eq(connections.id, connectionId));
    expect(await stretch(made)).toEqual({ againInMs: null });
  });
});

describe("the owner", () => {
  it("cancels it, what was read stays, and starts it again; each is told", async () => {
    const { upstream, made } = await world();
    await watchEvents(database.ownerPool);
    const past = liveThrough(upstream, 16);
    while ((await progress(made))?.stage === "collecting") await stretch(made);
    await stretch(made);
    const read = (await rowsOf(made)).size;
    await cancelBackfill({ ctx: made.as("owner") });
    await cancelBackfill({ ctx: made.as("owner") });
    expect(await runToEnd(made)).toBe(1);
    expect((await rowsOf(made)).size).toBe(read);
    expect(await progress(made)).toMatchObject({ state: "cancelled", read });
    expect(
      await database.db.select().from(backfillItems).where(eq(backfillItems.connectionId, made.connectionId)),
    ).toEqual([]);
    await startBackfill({ ctx: made.as("owner") });
    await startBackfill({ ctx: made.as("owner") });
    await runToEnd(made);
    expect((await rowsOf(made)).size).toBe(past.length);
    expect(await progress(made)).toMatchObject({ state: "finished", found: past.length - read });
    const told = await database.db
      .select({ kind: events.kind })
      .from(events)
      .where(and(eq(events.workspaceId, made.workspaceId), eq(events.subjectKind, "connection")))
      .orderBy(events.id);
    expect(told.map(({ kind }) => kind)).toEqual([
      "backfill_cancelled",
      "backfill_started",
      "backfill_finished",
    ]);
    expect(await untoldChanges(database.ownerPool)).toEqual([]);
  });

  it("alone may", async () => {
    const { made } = await world();
    for (const role of ["finance", "viewer"] as const) {
      await expect(cancelBackfill({ ctx: made.as(role) })).rejects.toMatchObject({ reason: "not_permitted" });
      await expect(startBackfill({ ctx: made.as(role) })).rejects.toMatchObject({ reason: "not_permitted" });
    }
    expect(
      await database.db.select().from(backfills).where(eq(backfills.connectionId, made.connectionId)),
    ).toHaveLength(1);
  });

  it("has a start that was cancelled under way write nothing more", async () => {
    const { upstream, made } = await world();
    liveThrough(upstream, 12);
    while ((await progress(made))?.stage === "collecting") await stretch(made);
    // Cancelled in the moment before the batch is written.
    let isCancelled = false;
    const db: Db = new Proxy(database.db, {
      get(target, name, receiver) {
        if (name !== "transaction" || isCancelled) return Reflect.get(target, name, receiver);
        return async (work: Parameters<Db["transaction"]>[0]) => {
          isCancelled = true;
          await cancelBackfill({ ctx: made.as("owner") });
          return target.transaction(work);
        };
      },
    });
    await stretch(made, { db });
    expect((await rowsOf(made)).size).toBe(0);
  });
});
