import { and, eq } from "drizzle-orm";
import pg from "pg";
import { afterEach, describe, expect, it, vi } from "vitest";
import { phaseOf } from "@/lib/domain/phase";
import { captureApproval } from "@/lib/services/approvals/capture";
import { getApproval } from "@/lib/services/approvals/get";
import { listClaims } from "@/lib/services/claims/list";
import { openReader } from "@/lib/services/connections/open-reader";
import { getContract } from "@/lib/services/contracts/get";
import { listContracts } from "@/lib/services/contracts/list";
import { getSummary } from "@/lib/services/summary/get";
import { findConnectionById } from "@/lib/store/connections/rows";
import { approvals, events } from "@/lib/store/schema";
import { followFeed } from "@/lib/sync/follow-feed";
import { syncConnection } from "@/lib/sync/sync-connection";
import { useTestDatabase } from "@/lib/testing/database";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { TinyUpstream } from "@/lib/testing/factories/upstream";
import { wireApproval, wireContract, wireMilestone } from "@/lib/testing/factories/wire";

const database = useTestDatabase();
const hourMs = 3_600_000;
const running: TinyUpstream[] = [];
afterEach(async () => {
  for (const upstream of running.splice(0)) await upstream.stop();
});

async function world(): Promise<{ upstream: TinyUpstream; made: MadeWorkspace }> {
  const upstream = new TinyUpstream();
  await upstream.start();
  running.push(upstream);
  const made = await makeWorkspace(database.db, { origin: upstream.origin });
  upstream.account = { ...upstream.account, organizationId: made.accountKey };
  return { upstream, made };
}

function sync({ connectionId }: MadeWorkspace, clock?: () => Date) {
  return syncConnection({ db: database.db, connectionId, isForced: true, ...(clock ? { clock } : {}) });
}

async function capture(made: MadeWorkspace, id: string, amount = 450) {
  const request = { milestone: { name: "Pilot", amount } };
  return captureApproval({
    ctx: made.agent(),
    input: { id, told: null, request, agent: null, way: "capture" },
  });
}

async function read(made: MadeWorkspace, id: string) {
  return getApproval({ ctx: made.as("owner"), input: { id } });
}

function allEvents({ workspaceId }: MadeWorkspace, id?: string) {
  return database.db
    .select({ kind: events.kind, id: events.id })
    .from(events)
    .where(and(eq(events.workspaceId, workspaceId), id === undefined ? undefined : eq(events.subjectId, id)))
    .orderBy(events.id);
}

async function kindsOf(made: MadeWorkspace, id: string): Promise<string[]> {
  return (await allEvents(made, id)).map(({ kind }) => kind);
}

describe("what settles a request", () => {
  it("is OpenTrain's answer: confirmed, with the final terms beside the ones asked", async () => {
    const { upstream, made } = await world();
    const wire = wireApproval(upstream.origin);
    upstream.approvals.set(wire.id, wire);
    await capture(made, wire.id);
    const milestone = wireMilestone({ status: "ACTIVE_FUNDED", amountUsd: 500, name: "Pilot, larger" });
    const contract = wireContract({ milestones: [milestone] });
    upstream.contracts.set(contract.id, contract);
    upstream.settle(wire.id, { status: "confirmed", result: { hired: true, contractId: contract.id } });
    expect(await sync(made)).toBe("ok");
    const { approval, history } = await read(made, wire.id);
    expect(approval).toMatchObject({
      standing: "confirmed",
      status: "confirmed",
      contractId: contract.id,
      counterparty: "Noor B.",
      toldTerms: { amountCents: 45_000 },
      confirmedTerms: { name: "Pilot, larger", amountCents: 50_000 },
      result: { contractId: contract.id },
    });
    expect(approval.money).toMatchObject({ amountCents: 50_000, totalCents: 55_995 });
    expect(history.map(({ kind }) => kind)).toContain("confirmed");
    expect(history.find(({ kind }) => kind === "confirmed")?.at).toEqual(approval.resolvedAt);
    const found = await getContract({ ctx: made.owner, input: { id: contract.id } });
    expect(found.contract.approvals).toEqual([wire.id]);
  });

  it("keeps the confirmed figure unknown while it is no amount, and fills it in once it is one", async () => {
    const { upstream, made } = await world();
    const wire = wireApproval(upstream.origin);
    upstream.approvals.set(wire.id, wire);
    await capture(made, wire.id);
    const milestone = wireMilestone({ status: "ACTIVE_FUNDED", amountUsd: 450.005 });
    const contract = wireContract({ milestones: [milestone] });
    upstream.contracts.set(contract.id, contract);
    upstream.settle(wire.id, { status: "confirmed", result: { hired: true, contractId: contract.id } });
    await sync(made);
    const { money } = (await read(made, wire.id)).approval;
    expect(money).toMatchObject({ amountCents: null, totalCents: null, unreadable: "450.005" });
    upstream.contracts.set(contract.id, { ...contract, milestones: [{ ...milestone, amountUsd: 480 }] });
    upstream.emit("milestone.status_changed", { milestoneId: milestone.id, contractId: contract.id });
    await sync(made);
    const { approval } = await read(made, wire.id);
    expect(approval).toMatchObject({
      confirmedTerms: { amountCents: 48_000 },
      money: { amountCents: 48_000 },
    });
  });

  it.each([
    ["declined", "declined"],
    ["expired", "lapsed"],
  ])("%s becomes %s", async (status, standing) => {
    const { upstream, made } = await world();
    const wire = wireApproval(upstream.origin);
    upstream.approvals.set(wire.id, wire);
    await capture(made, wire.id);
    upstream.settle(wire.id, { status });
    await sync(made);
    expect((await read(made, wire.id)).approval.standing).toBe(standing);
    expect((await kindsOf(made, wire.id)).filter((kind) => kind === standing)).toEqual([standing]);
  });

  it("is never the clock: past its deadline it waits on and is read again", async () => {
    const { upstream, made } = await world();
    const wire = wireApproval(upstream.origin);
    upstream.approvals.set(wire.id, wire);
    await capture(made, wire.id);
    upstream.clockOffsetMs = 73 * hourMs;
    await sync(made);
    const late = await read(made, wire.id);
    expect(late.approval.standing).toBe("open");
    expect(phaseOf(late.approval, late.asOf)).toBe("past_due");
    upstream.approvals.set(wire.id, { ...wire, status: "expired", resolvedAt: wire.expiresAt });
    upstream.clockOffsetMs += 15 * 60_000;
    await sync(made);
    expect((await read(made, wire.id)).approval.standing).toBe("lapsed");
  });

  it("is not an outage either", async () => {
    const { upstream, made } = await world();
    const wire = wireApproval(upstream.origin);
    upstream.approvals.set(wire.id, wire);
    await capture(made, wire.id);
    upstream.fail(/./, "drop");
    const later = new Date(Date.now() + 80 * hourMs);
    expect(await sync(made, () => later)).toBe("stopped");
    const { approval } = await getApproval({ ctx: made.as("owner", later), input: { id: wire.id } });
    expect(approval.standing).toBe("open");
    const { sync: state } = await getSummary({ ctx: made.as("owner", later) });
    expect(state).toMatchObject({ state: "unreachable", problem: "network" });
  });

  it("never goes back, and only a confirmation overrules another end", async () => {
    const { upstream, made } = await world();
    const wire = wireApproval(upstream.origin);
    upstream.approvals.set(wire.id, wire);
    await capture(made, wire.id);
    upstream.settle(wire.id, { status: "expired" });
    await sync(made);
    for (const status of ["pending", "declined"]) {
      upstream.approvals.set(wire.id, { ...wire, status });
      upstream.emit("approval.confirmed", { approvalId: wire.id });
      await sync(made);
      expect((await read(made, wire.id)).approval.standing).toBe("lapsed");
    }
    upstream.settle(wire.id, { status: "confirmed" });
    await sync(made);
    expect((await read(made, wire.id)).approval.standing).toBe("confirmed");
    upstream.settle(wire.id, { status: "declined" });
    await sync(made);
    expect((await read(made, wire.id)).approval.standing).toBe("confirmed");
  });

  it("keeps what was read when a later read cannot be understood", async () => {
    const { upstream, made } = await world();
    const wire = wireApproval(upstream.origin);
    upstream.approvals.set(wire.id, wire);
    await capture(made, wire.id);
    upstream.approvals.set(wire.id, { ...wire, status: "frozen" });
    upstream.emit("approval.confirmed", { approvalId: wire.id });
    await sync(made);
    const { approval } = await read(made, wire.id);
    expect(approval).toMatchObject({
      standing: "open",
      status: "pending",
      readProblem: { code: "unknown_status" },
    });
    upstream.approvals.set(wire.id, wire);
    upstream.emit("approval.confirmed", { approvalId: wire.id });
    await sync(made);
    expect((await read(made, wire.id)).approval.readProblem).toBeNull();
    expect((await kindsOf(made, wire.id)).slice(-2)).toEqual(["unreadable", "readable"]);
  });
});

describe("lineage", () => {
  it("a newer hire request for the same proposal replaces the open one, and leaves the sums", async () => {
    const { upstream, made } = await world();
    const older = wireApproval(upstream.origin);
    const newer = wireApproval(upstream.origin, {
      proposalId: older.proposalId,
      createdAt: new Date(Date.now() - 1000).toISOString(),
    });
    for (const wire of [older, newer]) upstream.approvals.set(wire.id, wire);
    await capture(made, older.id);
    await capture(made, newer.id, 600);
    expect((await read(made, older.id)).approval).toMatchObject({
      standing: "superseded",
      supersededBy: newer.id,
    });
    expect((await read(made, newer.id)).approval).toMatchObject({ standing: "open", supersedes: older.id });
    expect((await getSummary({ ctx: made.as("owner") })).waiting).toMatchObject({
      count: 1,
      charge: { minCents: 66_995, maxCents: 66_995, unknownCount: 0 },
    });
    expect(await kindsOf(made, older.id)).toContain("superseded");
    upstream.settle(older.id, { status: "confirmed" });
    await sync(made);
    expect((await read(made, older.id)).approval).toMatchObject({
      standing: "confirmed",
      replacedButConfirmed: true,
    });
    const alarmed = await read(made, newer.id);
    expect(alarmed.approval.confirmedInstead).toBe(older.id);
    expect(alarmed.family).toMatchObject({ older: { id: older.id }, newer: null, earlier: [] });
    expect((await read(made, older.id)).family).toMatchObject({ older: null, newer: { id: newer.id } });
    expect(await kindsOf(made, newer.id)).toContain("older_confirmed");
  });

  it("knows both when the newer one came in first", async () => {
    const { upstream, made } = await world();
    const older = wireApproval(upstream.origin);
    const newer = wireApproval(upstream.origin, {
      proposalId: older.proposalId,
      createdAt: new Date(Date.now() - 1000).toISOString(),
    });
    for (const wire of [older, newer]) upstream.approvals.set(wire.id, wire);
    await Promise.all([capture(made, newer.id), capture(made, older.id)]);
    expect((await read(made, older.id)).approval.standing).toBe("superseded");
    expect((await read(made, newer.id)).approval.supersedes).toBe(older.id);
    expect(await kindsOf(made, older.id)).not.toContain("replaced_closed");
    upstream.settle(older.id, { status: "expired" });
    await sync(made);
    expect((await read(made, older.id)).approval).toMatchObject({
      standing: "superseded",
      status: "expired",
    });
    expect(await kindsOf(made, older.id)).toContain("replaced_closed");
  });

  it("is found out however they arrive together", async () => {
    const { upstream, made } = await world();
    const pairs = Array.from({ length: 12 }, () => {
      const older = wireApproval(upstream.origin);
      const createdAt = new Date(Date.now() - 1000).toISOString();
      return [older, wireApproval(upstream.origin, { proposalId: older.proposalId, createdAt })] as const;
    });
    for (const wire of pairs.flat()) upstream.approvals.set(wire.id, wire);
    await Promise.all(pairs.flat().map(({ id }) => capture(made, id)));
    for (const [older, newer] of pairs) {
      expect((await read(made, older.id)).approval.supersededBy).toBe(newer.id);
      expect((await read(made, newer.id)).approval.supersedes).toBe(older.id);
    }
  });

  it("asked again after a decline is no replacing", async () => {
    const { upstream, made } = await world();
    const older = wireApproval(upstream.origin, {
      status: "declined",
      createdAt: new Date(Date.now() - 3 * hourMs).toISOString(),
      resolvedAt: new Date(Date.now() - 2 * hourMs).toISOString(),
    });
    const newer = wireApproval(upstream.origin, { proposalId: older.proposalId });
    for (const wire of [older, newer]) upstream.approvals.set(wire.id, wire);
    await capture(made, older.id);
    await capture(made, newer.id);
    expect((await read(made, older.id)).approval.standing).toBe("declined");
    expect((await read(made, newer.id)).approval).toMatchObject({
      supersedes: null,
      askedAgain: { count: 1, previousId: older.id },
    });
  });
});

describe("following the feed", () => {
  it("lists what settled without ever being told to us, as found in the feed", async () => {
    const { upstream, made } = await world();
    const wire = wireApproval(upstream.origin);
    upstream.approvals.set(wire.id, wire);
    upstream.settle(wire.id, { status: "declined" });
    await sync(made);
    expect((await read(made, wire.id)).approval).toMatchObject({ standing: "declined", way: "feed" });
  });

  it("takes a claim along that it finds in the feed", async () => {
    const { upstream, made } = await world();
    const wire = wireApproval(upstream.origin);
    expect((await capture(made, wire.id)).state).toBe("claimed");
    upstream.approvals.set(wire.id, wire);
    upstream.settle(wire.id, { status: "declined" });
    await sync(made);
    expect((await read(made, wire.id)).approval).toMatchObject({
      standing: "declined",
      way: "capture",
      toldTerms: { amountCents: 45_000 },
    });
    expect((await listClaims({ ctx: made.as("owner") })).claims).toEqual([]);
  });

  it("proves a claim when its time has come", async () => {
    const { upstream, made } = await world();
    const wire = wireApproval(upstream.origin);
    await capture(made, wire.id);
    upstream.approvals.set(wire.id, wire);
    await sync(made, () => new Date(Date.now() + 60_000));
    expect((await read(made, wire.id)).approval.standing).toBe("open");
    expect((await listClaims({ ctx: made.as("owner") })).claims).toEqual([]);
  });

  it("seen twice, changes nothing", async () => {
    const { upstream, made } = await world();
    for (const status of ["confirmed", "declined", "expired"]) {
      const wire = wireApproval(upstream.origin);
      upstream.approvals.set(wire.id, wire);
      upstream.settle(wire.id, { status });
    }
    await sync(made);
    const before = await allEvents(made);
    const { feedCursor } = (await findConnectionById(database.db, made.connectionId)) ?? {};
    expect(feedCursor).toBe("103");
    await database.pool.query("update connections set feed_cursor = null where id = $1", [made.connectionId]);
    await sync(made);
    expect(await allEvents(made)).toEqual(before);
  });

  it("moves the cursor only with what its page caused", async () => {
    const { upstream, made } = await world();
    const [first, second] = [wireApproval(upstream.origin), wireApproval(upstream.origin)];
    for (const wire of [first, second]) {
      upstream.approvals.set(wire.id, wire);
      await capture(made, wire.id);
      upstream.settle(wire.id, { status: "declined" });
    }
    upstream.fail(new RegExp(`/approvals/${second.id}`), 500);
    expect(await sync(made)).toBe("stopped");
    expect((await findConnectionById(database.db, made.connectionId))?.feedCursor).toBeNull();
    expect((await read(made, first.id)).approval.standing).toBe("open");
    upstream.heal();
    await sync(made);
    expect((await read(made, first.id)).approval.standing).toBe("declined");
    expect((await read(made, second.id)).approval.standing).toBe("declined");
  });

  it("loses neither cursor nor effect when the database fails in the middle of a page", async () => {
    const { upstream, made } = await world();
    const [first, second] = [wireApproval(upstream.origin), wireApproval(upstream.origin)];
    for (const wire of [first, second]) {
      upstream.approvals.set(wire.id, wire);
      await capture(made, wire.id);
      upstream.settle(wire.id, { status: "declined" });
    }
    await database.ownerPool.query(`
      create function countersign.fail_on_second() returns trigger language plpgsql as $f$
      begin if new.id = '${second.id}' then raise exception 'planted'; end if; return new; end $f$;
      create trigger planted before update on countersign.approvals for each row
        execute function countersign.fail_on_second()`);
    try {
      await expect(sync(made)).rejects.toThrow();
    } finally {
      await database.ownerPool.query(`
        drop trigger planted on countersign.approvals; drop function countersign.fail_on_second()`);
    }
    expect((await findConnectionById(database.db, made.connectionId))?.feedCursor).toBeNull();
    expect((await read(made, first.id)).approval.standing).toBe("open");
    await sync(made);
    expect((await read(made, second.id)).approval.standing).toBe("declined");
  });

  it("applies a page once when two rounds run side by side", async () => {
    const { upstream, made } = await world();
    const wire = wireApproval(upstream.origin);
    upstream.approvals.set(wire.id, wire);
    await capture(made, wire.id);
    upstream.settle(wire.id, { status: "declined" });
    await Promise.all([sync(made), sync(made), sync(made)]);
    expect((await kindsOf(made, wire.id)).filter((kind) => kind === "declined")).toEqual(["declined"]);
  });

  it("never moves the cursor back when a slow round comes in behind a fast one", async () => {
    const { upstream, made } = await world();
    for (let count = 0; count < 30; count++) upstream.emit("message.received", {});
    const slow = await findConnectionById(database.db, made.connectionId);
    await sync(made);
    const reader = slow && (await openReader(database.db, slow));
    if (!reader) throw new Error("no connection");
    upstream.fail(/updates/, 500, 1, 1);
    const round = { db: database.db, connection: slow, reader, clock: () => new Date(), lease: null };
    await followFeed(round).catch(() => undefined);
    expect((await findConnectionById(database.db, made.connectionId))?.feedCursor).toBe("130");
  });

  it("asks for a decided request and for its contract at the same time", async () => {
    const { upstream, made } = await world();
    const wire = wireApproval(upstream.origin);
    const contract = wireContract();
    upstream.approvals.set(wire.id, wire);
    upstream.contracts.set(contract.id, contract);
    upstream.emit("approval.confirmed", { approvalId: wire.id, contractId: contract.id });
    const release = upstream.hold(/approvals/);
    const round = sync(made);
    await expect.poll(() => upstream.calls).toContain(`/contracts/${contract.id}`);
    release();
    await round;
    expect(upstream.calls.filter((path) => path === `/contracts/${contract.id}`)).toHaveLength(1);
    expect((await read(made, wire.id)).approval.status).toBe("pending");
  });

  it("asks the database no more about a decision because more waits on its contract", async () => {
    const asked = vi.spyOn(pg.Client.prototype, "query");
    const questions = async (waiting: number) => {
      const { upstream, made } = await world();
      const milestones = Array.from({ length: 12 }, () => wireMilestone());
      const contract = wireContract({ milestones });
      upstream.contracts.set(contract.id, contract);
      const on = { type: "milestone_fund", contractId: contract.id, proposalId: null, jobId: null };
      const wires = milestones
        .slice(0, waiting)
        .map(({ id }) => wireApproval(upstream.origin, { ...on, milestoneId: id }));
      for (const wire of wires) {
        upstream.approvals.set(wire.id, wire);
        await capture(made, wire.id);
      }
      await sync(made);
      const [decided] = wires;
      upstream.settle(decided?.id ?? "", { status: "declined" });
      Object.assign(upstream.events.at(-1)?.data ?? {}, { contractId: contract.id });
      asked.mockClear();
      await sync(made);
      expect((await read(made, decided?.id ?? "")).approval.standing).toBe("declined");
      return asked.mock.calls.length;
    };
    expect(await questions(12)).toBe(await questions(3));
    asked.mockRestore();
  });

  it("looks at the feed again at once when somebody comes while it reads what is due", async () => {
    const { upstream, made } = await world();
    const due = Array.from({ length: 4 }, () => wireApproval(upstream.origin));
    for (const wire of due) {
      upstream.approvals.set(wire.id, wire);
      await capture(made, wire.id);
    }
    await database.pool.query("update approvals set next_read_at = now() where workspace_id = $1", [
      made.workspaceId,
    ]);
    const decided = wireApproval(upstream.origin);
    upstream.approvals.set(decided.id, decided);
    upstream.calls = [];
    let asked = 0;
    const isWanted = async () => {
      asked += 1;
      if (asked === 2) upstream.settle(decided.id, { status: "declined" });
      return asked === 2;
    };
    const lease = { isOurs: () => true, demand: async () => undefined, isWanted };
    const { connectionId } = made;
    expect(await syncConnection({ db: database.db, connectionId, isForced: true, lease })).toBe("ok");
    const reads = upstream.calls.filter((path) => /approvals|updates/.test(path));
    const isDue = (path = "") => due.some(({ id }) => path.endsWith(id));
    expect(reads.map((path) => (isDue(path) ? "due" : path))).toEqual([
      "/updates",
      "due",
      "/updates",
      `/approvals/${decided.id}`,
      "due",
      "due",
      "due",
    ]);
  });

  it("looks at the feed again between any two things it reads after that", async () => {
    const { upstream, made } = await world();
    const waiting = wireApproval(upstream.origin);
    upstream.approvals.set(waiting.id, waiting);
    await capture(made, waiting.id);
    const { connectionId } = made;
    const around = ["/contracts", "/jobs/mine", "/payments/pending", "/credits"];
    await sync(made);
    for (const [at, name] of around.entries()) {
      await database.pool.query(
        `update connections set contracts_read_at = null, jobs_read_at = null, credits_read_at = null
         where id = $1`,
        [connectionId],
      );
      await database.pool.query("update feeds set payments_read_at = null where connection_id = $1", [
        connectionId,
      ]);
      const decided = wireApproval(upstream.origin);
      upstream.approvals.set(decided.id, decided);
      upstream.calls = [];
      let isDecided = false;
      // Somebody comes as soon as the one before it was asked for.
      const isWanted = async () => {
        const before = at === 0 ? "/updates" : (around[at - 1] ?? "");
        if (isDecided || !upstream.calls.includes(before)) return false;
        upstream.settle(decided.id, { status: "declined" });
        isDecided = true;
        return true;
      };
      const lease = { isOurs: () => true, demand: async () => undefined, isWanted };
      expect(await syncConnection({ db: database.db, connectionId, isForced: true, lease })).toBe("ok");
      const { calls } = upstream;
      expect(calls.filter((path) => around.includes(path))).toEqual(around);
      expect(calls.slice(0, calls.indexOf(name)), calls.join(" ")).toContain(`/approvals/${decided.id}`);
    }
  });

  it("looks at the feed again between two claims it tries to prove", async () => {
    const { upstream, made } = await world();
    const [first, second, decided] = [0, 1, 2].map(() => wireApproval(upstream.origin));
    if (!first || !second || !decided) throw new Error("three were made");
    for (const { id } of [first, second]) await capture(made, id);
    await database.pool.query("update claims set next_try_at = now() where workspace_id = $1", [
      made.workspaceId,
    ]);
    for (const wire of [first, second, decided]) upstream.approvals.set(wire.id, wire);
    upstream.calls = [];
    const isClaim = (path: string) => path.endsWith(first.id) || path.endsWith(second.id);
    let isDecided = false;
    const isWanted = async () => {
      if (isDecided || !upstream.calls.some(isClaim)) return false;
      upstream.settle(decided.id, { status: "declined" });
      isDecided = true;
      return true;
    };
    const lease = { isOurs: () => true, demand: async () => undefined, isWanted };
    const { connectionId } = made;
    await syncConnection({ db: database.db, connectionId, isForced: true, lease });
    const claims = upstream.calls.flatMap((path, at) => (isClaim(path) ? [at] : []));
    const at = upstream.calls.indexOf(`/approvals/${decided.id}`);
    expect(claims[0], upstream.calls.join(" ")).toBeLessThan(at);
    expect(claims.at(-1), upstream.calls.join(" ")).toBeGreaterThan(at);
  });

  it("reads a long backlog in pieces and keeps calls for what is running out", async () => {
    const { upstream, made } = await world();
    const waiting = wireApproval(upstream.origin);
    upstream.approvals.set(waiting.id, waiting);
    await capture(made, waiting.id);
    for (let count = 0; count < 120; count++) {
      const wire = wireApproval(upstream.origin);
      upstream.approvals.set(wire.id, wire);
      upstream.settle(wire.id, { status: "declined" });
    }
    await database.pool.query("update approvals set next_read_at = now() where id = $1", [waiting.id]);
    upstream.calls = [];
    expect(await sync(made)).toBe("behind");
    expect(upstream.calls.length).toBeLessThan(100);
    expect(upstream.calls).toContain(`/approvals/${waiting.id}`);
    expect((await getSummary({ ctx: made.as("owner") })).sync.state).toBe("behind");
    const outcomes: string[] = [];
    for (let round = 0; round < 6; round++) outcomes.push(await sync(made));
    expect(outcomes.at(-1)).toBe("ok");
    const rows = await database.db
      .select({ id: approvals.id })
      .from(approvals)
      .where(eq(approvals.workspaceId, made.workspaceId));
    expect(rows.length).toBe(121);
  });

  it.each([
    { createdAt: "0000-01-01T00:00:00.000Z", expiresAt: "0000-01-02T00:00:00.000Z" },
    { expiresAt: null },
    { type: "something_new", status: "frozen" },
    { type: "\u0000", result: { "a\u0000b": "\ud800" }, approvalUrl: "javascript:alert(1)" },
    { createdAt: "9999-12-31T23:59:59.999Z", expiresAt: "9999-12-31T23:59:59.999Z" },
  ])("stores what it can of an odd answer, and goes on: %j", async (odd) => {
    const { upstream, made } = await world();
    const [strange, fine] = [wireApproval(upstream.origin), wireApproval(upstream.origin)];
    upstream.approvals.set(strange.id, { ...strange, ...odd });
    upstream.approvals.set(fine.id, fine);
    upstream.emit("approval.confirmed", { approvalId: strange.id });
    upstream.settle(fine.id, { status: "declined" });
    expect(await sync(made)).toBe("ok");
    expect((await read(made, fine.id)).approval.standing).toBe("declined");
    expect((await read(made, strange.id)).approval.id).toBe(strange.id);
  });

  it("is not held up for ever by one approval that OpenTrain stumbles over", async () => {
    const { upstream, made } = await world();
    const [broken, fine] = [wireApproval(upstream.origin), wireApproval(upstream.origin)];
    for (const wire of [broken, fine]) {
      upstream.approvals.set(wire.id, wire);
      upstream.settle(wire.id, { status: "declined" });
    }
    upstream.fail(new RegExp(`/approvals/${broken.id}`), 500);
    for (let round = 0; round < 4; round++) await sync(made);
    expect((await read(made, fine.id)).approval.standing).toBe("declined");
    expect((await read(made, broken.id)).approval.standing).toBe("unreadable");
    upstream.heal();
    await sync(made, () => new Date(Date.now() + hourMs));
    expect((await read(made, broken.id)).approval.standing).toBe("declined");
  });

  it("says that the token is refused, and recovers by itself", async () => {
    const { upstream, made } = await world();
    upstream.fail(/./, 401);
    await sync(made);
    expect((await getSummary({ ctx: made.as("owner") })).sync).toMatchObject({
      state: "refused",
      problem: "unauthorized",
    });
    expect(await syncConnection({ db: database.db, connectionId: made.connectionId })).toBe("waiting");
    upstream.heal();
    await sync(made);
    expect((await getSummary({ ctx: made.as("owner") })).sync).toMatchObject({ state: "ok", problem: null });
  });
});

describe("what lies around", () => {
  it("keeps contracts, escrow, credits and job titles fresh", async () => {
    const { upstream, made } = await world();
    const milestone = wireMilestone({ status: "ACTIVE_FUNDED", amountUsd: 250 });
    const contract = wireContract({ milestones: [milestone] });
    upstream.contracts.set(contract.id, contract);
    await sync(made);
    const { contracts } = await listContracts({ ctx: made.as("owner") });
    expect(contracts).toMatchObject([
      {
        id: contract.id,
        jobTitle: "Box 600 receipts",
        milestones: [{ phase: "funded", amountCents: 25_000 }],
      },
    ]);
    expect((await getSummary({ ctx: made.as("owner") })).credits).toMatchObject({ availableCents: 100_000 });
    upstream.contracts.set(contract.id, { ...contract, milestones: [{ ...milestone, status: "PAID" }] });
    upstream.credits = { availableCents: 75_000, reservedCents: 0, currency: "usd" };
    upstream.emit("milestone.status_changed", {
      milestoneId: milestone.id,
      contractId: contract.id,
      status: "PAID",
    });
    await sync(made);
    const after = await listContracts({ ctx: made.as("owner") });
    expect(after.contracts[0]?.milestones[0]).toMatchObject({ phase: "released", goneAt: null });
    expect((await getSummary({ ctx: made.as("owner") })).credits).toMatchObject({ availableCents: 75_000 });
  });

  it("keeps what an end decided on after the contract is empty, and marks what is listed no more", async () => {
    const { upstream, made } = await world();
    const milestone = wireMilestone({ status: "ACTIVE_FUNDED", amountUsd: 250 });
    const contract = wireContract({ milestones: [milestone] });
    upstream.contracts.set(contract.id, contract);
    const wire = wireApproval(upstream.origin, {
      type: "contract_end",
      contractId: contract.id,
      proposalId: null,
    });
    upstream.approvals.set(wire.id, wire);
    await capture(made, wire.id);
    expect((await read(made, wire.id)).approval.money).toMatchObject({
      kind: "at_stake",
      totalCents: 25_000,
    });
    upstream.contracts.set(contract.id, { ...contract, status: "ended", milestones: [] });
    upstream.emit("milestone.status_changed", { milestoneId: milestone.id, contractId: contract.id });
    await sync(made);
    expect((await read(made, wire.id)).approval.money.totalCents).toBe(25_000);
    upstream.settle(wire.id, { status: "confirmed", result: { contractEnded: true } });
    await sync(made);
    const { approval } = await read(made, wire.id);
    expect(approval).toMatchObject({ standing: "confirmed", money: { totalCents: 25_000 } });
    const found = await getContract({ ctx: made.owner, input: { id: contract.id } });
    expect(found.contract.milestones).toMatchObject([{ id: milestone.id, goneAt: expect.any(Date) }]);
  });

  it("lists a request at once without its contract, and completes it when that can be read", async () => {
    const { upstream, made } = await world();
    const milestone = wireMilestone({ amountUsd: 250 });
    const contract = wireContract({ milestones: [milestone] });
    const wire = wireApproval(upstream.origin, {
      type: "milestone_fund",
      contractId: contract.id,
      milestoneId: milestone.id,
      proposalId: null,
    });
    upstream.approvals.set(wire.id, wire);
    expect((await capture(made, wire.id)).state).toBe("listed");
    const before = await getSummary({ ctx: made.as("owner") });
    expect(before.waiting.charge).toEqual({ minCents: 0, maxCents: 0, unknownCount: 1 });
    upstream.contracts.set(contract.id, contract);
    await sync(made, () => new Date(Date.now() + 6 * 60_000));
    expect((await read(made, wire.id)).approval.money).toMatchObject({
      totalCents: 25_000,
      maxTotalCents: 27_500,
    });
    expect(await kindsOf(made, wire.id)).toContain("enriched");
  });
});
