import { beforeEach, describe, expect, it, vi } from "vitest";
import { readEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { captureApproval } from "@/lib/services/approvals/capture";
import { getApproval } from "@/lib/services/approvals/get";
import { authenticateCaptureKey } from "@/lib/services/capture-keys/authenticate";
import { connectToken } from "@/lib/services/connections/connect";
import { disconnect } from "@/lib/services/connections/disconnect";
import { getConnection } from "@/lib/services/connections/get";
import type { Actor, Ctx } from "@/lib/services/context";
import { ensureInstallation } from "@/lib/services/installation/ensure-installation";
import { getSummary } from "@/lib/services/summary/get";
import { readSetting } from "@/lib/store/settings";
import { backfill } from "@/lib/sync/backfill/run";
import { syncConnection } from "@/lib/sync/sync-connection";
import { useTestDatabase } from "@/lib/testing/database";
import { makePerson } from "@/lib/testing/factories/make-person";
import { makeWorkspace, testKeys } from "@/lib/testing/factories/make-workspace";
import { tablesHolding } from "@/lib/testing/factories/tables-holding";
import { unique } from "@/lib/testing/factories/unique";
import { useTinyUpstream } from "@/lib/testing/factories/upstream";
import { wireApproval } from "@/lib/testing/factories/wire";

const database = useTestDatabase();
const [sandbox, real] = [useTinyUpstream(), useTinyUpstream()];
const firstKey = "first-capture-key-of-thirty-two-characters";
let token: string;
let organizationId: string;

/** As people come: the actor is who they are, and the workspace where they live at that moment. */
async function ctxOf(personId: string): Promise<Ctx> {
  const { rows } = await database.pool.query("select workspace_id, role from members where person_id = $1", [
    personId,
  ]);
  const actor: Actor = { kind: "person", personId, sessionId: crypto.randomUUID(), role: rows[0].role };
  return { db: database.db, now: new Date(), workspaceId: rows[0].workspace_id, actor };
}

async function connect(personId: string, more: { isAnotherAccount?: boolean; label?: string } = {}) {
  const input = { token, label: more.label ?? null, isAnotherAccount: more.isAnotherAccount ?? false };
  return connectToken({ ctx: await ctxOf(personId), origin: real.origin, input });
}

function account(key: string) {
  organizationId = key;
  real.account = { kind: "employer_organization", organizationId: key };
  token = `ot_pat_${unique("live")}_0123456789abcdef`;
}

/** The first owner with the sandbox, as after a first start, and a finance teammate. */
async function withSandbox() {
  await ensureInstallation({
    db: database.db,
    now: new Date(),
    env: envOf({ CAPTURE_KEY: firstKey }),
    sandbox: {
      origin: sandbox.origin,
      ownerToken: "ot_pat_sandbox1_0123456789abcdef",
      agentToken: "ot_pat_sandbox2_0123456789abcdef",
    },
    agentCaptureKey: "agents-capture-key-of-thirty-two-characters",
  });
  const workspaceId = (await readSetting(database.db, "home_workspace")) ?? "";
  const owner = await makePerson(database.db, workspaceId, "owner");
  const finance = await makePerson(database.db, workspaceId, "finance");
  return { workspaceId, owner: owner.personId, finance: finance.personId };
}

function envOf(given: Record<string, string>) {
  const { env } = readEnv({ ENCRYPTION_KEYS: testKeys, OPENTRAIN_API_BASE_URL: real.origin, ...given });
  if (!env) throw new Error("the test's environment is not usable");
  return env;
}

const keyed = (secret: string) => authenticateCaptureKey({ db: database.db, now: new Date(), secret });

beforeEach(async () => {
  for (const upstream of [sandbox, real]) {
    upstream.heal();
    upstream.tokens.clear();
    upstream.scopes = ["payments:read", "proposals:read", "jobs:read"];
  }
  sandbox.account = { kind: "employer_organization", organizationId: unique("org_sandbox") };
  account(unique("org_real"));
  // Another installation as far as these go: what earlier ones left lies there as somebody else's would.
  await database.pool.query("delete from settings");
  await database.pool.query("delete from capture_keys");
  await database.pool.query("delete from throttle_counts");
});

describe("a token pasted while the sandbox is shown", () => {
  it("makes a workspace of its own, moves everybody there and closes the sandbox's for good", async () => {
    const { owner, finance, workspaceId } = await withSandbox();
    expect(await connect(owner)).toEqual({ outcome: "connected" });
    const ctx = await ctxOf(owner);
    expect(ctx.workspaceId).not.toBe(workspaceId);
    expect(await getConnection({ ctx })).toMatchObject({ kind: "real", origin: real.origin, state: "open" });
    expect((await ctxOf(finance)).workspaceId).toBe(ctx.workspaceId);
    expect((await keyed(firstKey)).workspaceId).toBe(ctx.workspaceId);
    const agentKey = "agents-capture-key-of-thirty-two-characters";
    await expect(keyed(agentKey)).rejects.toMatchObject({ code: "GONE", reason: "workspace_closed" });
    // A start with the sandbox beside it does not bring it back.
    await ensureInstallation({
      db: database.db,
      now: new Date(),
      env: envOf({ CAPTURE_KEY: firstKey }),
      sandbox: {
        origin: sandbox.origin,
        ownerToken: "ot_pat_sandbox1_0123456789abcdef",
        agentToken: "ot_pat_sandbox2_0123456789abcdef",
      },
      agentCaptureKey: agentKey,
    });
    expect((await ctxOf(owner)).workspaceId).toBe(ctx.workspaceId);
    await expect(keyed(agentKey)).rejects.toMatchObject({ code: "GONE" });
    const { rows } = await database.pool.query(
      "select kind, actor_kind, actor_id, data from events where kind in ('connected', 'workspace_closed', 'members_moved') and actor_id = $1 order by id",
      [owner],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(["members_moved", "workspace_closed", "connected"]);
    expect(rows[0].data).toEqual({ from: workspaceId, people: [owner, finance].sort() });
  });

  it("goes to the real origin alone, and stands in clear nowhere", async () => {
    const spoken: unknown[] = [];
    for (const level of ["debug", "info", "warn", "error"] as const) {
      vi.spyOn(log, level).mockImplementation((...words) => void spoken.push(words));
    }
    const { owner } = await withSandbox();
    real.fail(/auth/, 401, 1);
    const refused = await connect(owner).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "BAD_REQUEST", reason: "token_refused" });
    expect(await tablesHolding(database.pool, token)).toEqual([]);
    await connect(owner, { label: "Mine" });
    const answers = [
      await getConnection({ ctx: await ctxOf(owner) }),
      await getSummary({ ctx: await ctxOf(owner) }),
    ];
    vi.restoreAllMocks();
    expect([...sandbox.tokens].join()).not.toContain(token);
    expect([...real.tokens]).toEqual([`Bearer ${token}`]);
    expect(await tablesHolding(database.pool, token)).toEqual([]);
    expect(JSON.stringify([spoken, answers, refused])).not.toContain(token);
    expect(JSON.stringify(refused, Object.getOwnPropertyNames(refused))).not.toContain(token);
    const { rows } = await database.pool.query(
      "select data::text from events where kind = 'connected' and data::text like '%Mine%'",
    );
    expect(rows).toEqual([]);
  });

  it.each([
    ["unreachable", "drop", "UNAVAILABLE", "opentrain_unreachable"],
    ["no OpenTrain", "garbage", "UNAVAILABLE", "opentrain_garbled"],
    ["refusing it", 401, "BAD_REQUEST", "token_refused"],
  ] as const)("stores nothing when what answers is %s", async (_, fault, code, reason) => {
    const { owner, workspaceId } = await withSandbox();
    const before = await everything();
    real.fail(/auth/, fault);
    await expect(connect(owner)).rejects.toMatchObject({ code, reason });
    expect(await everything()).toEqual(before);
    expect((await ctxOf(owner)).workspaceId).toBe(workspaceId);
  });

  it("needs payments:read, and takes one that can also write", async () => {
    const { owner } = await withSandbox();
    real.scopes = ["jobs:read", "proposals:read"];
    await expect(connect(owner)).rejects.toMatchObject({ code: "BAD_REQUEST", reason: "token_scope" });
    real.scopes = ["payments:write"];
    await connect(owner);
    expect((await getConnection({ ctx: await ctxOf(owner) }))?.tokens[0]?.scopes).toEqual(["payments:write"]);
  });

  it("does not send other secrets of OpenTrain's anywhere", async () => {
    const { owner } = await withSandbox();
    token = "ot_clm_0123456789";
    await expect(connect(owner)).rejects.toMatchObject({ reason: "token_kind" });
    expect([...real.tokens]).toEqual([]);
  });

  it("is the owner's to paste, and a demoted one's no more", async () => {
    const { owner, finance } = await withSandbox();
    await expect(connect(finance)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const ctx = await ctxOf(owner);
    await database.pool.query("update members set role = 'finance' where person_id = $1", [owner]);
    const input = { token, label: null, isAnotherAccount: false };
    await expect(connectToken({ ctx, origin: real.origin, input })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect((await ctxOf(owner)).workspaceId).toBe(ctx.workspaceId);
  });

  it("is not held back for what OpenTrain could not answer", async () => {
    const { owner } = await withSandbox();
    real.fail(/auth/, "drop");
    await expect(connect(owner)).rejects.toMatchObject({ reason: "opentrain_unreachable" });
    const { rows } = await database.pool.query(
      "select sum(count)::int as counted from throttle_counts where subject like 'token check%'",
    );
    expect(rows).toEqual([{ counted: 0 }]);
    real.heal();
    expect(await connect(owner)).toMatchObject({ outcome: expect.any(String) });
  });

  it("is checked twelve times in a quarter of an hour, then not before there is room again", async () => {
    const { owner } = await withSandbox();
    real.fail(/auth/, 401);
    real.calls = [];
    const tell = () => connect(owner).catch((error: unknown) => error);
    const told: unknown[] = await Promise.all(Array.from({ length: 20 }, tell));
    expect(real.calls.length).toBeLessThanOrEqual(12);
    for (let more = 0; more < 14; more++) told.push(await tell());
    expect(real.calls.length).toBe(12);
    expect(told.at(-1)).toMatchObject({
      code: "RATE_LIMITED",
      reason: "too_many_checks",
      details: { retryAfterSeconds: expect.any(Number) },
    });
    await database.pool.query(
      "update throttle_counts set window_start = window_start - interval '15 minutes'",
    );
    real.heal();
    expect(await connect(owner)).toEqual({ outcome: "connected" });
  });

  it("connects one of two accounts pasted at once, and refuses the other", async () => {
    const { owner } = await withSandbox();
    const ctx = await ctxOf(owner);
    const input = { label: null, isAnotherAccount: false };
    const first = connectToken({ ctx, origin: real.origin, input: { ...input, token } });
    const outcomes = [
      await first,
      await connectToken({ ctx, origin: real.origin, input: { ...input, token } }),
    ];
    expect(outcomes).toEqual([{ outcome: "connected" }, { outcome: "unchanged" }]);
    account(unique("org_real"));
    const late = connectToken({ ctx, origin: real.origin, input: { ...input, token } });
    await expect(late).rejects.toMatchObject({ code: "CONFLICT", reason: "other_account" });
  });
});

describe("an account that has a workspace here", () => {
  it("of other people is refused in words, and nothing of theirs is told or touched", async () => {
    const { owner } = await withSandbox();
    await connect(owner);
    const further = await makeWorkspace(database.db, { origin: sandbox.origin });
    const stranger = await makePerson(database.db, further.workspaceId, "owner");
    token = `ot_pat_${unique("live")}_0123456789abcdef`;
    const before = await everything();
    const refused = await connect(stranger.personId).catch((error) => error);
    expect(refused).toMatchObject({ code: "CONFLICT", reason: "elsewhere", details: {} });
    expect(await everything()).toEqual(before);
    // Nor when they all were shown out: what they wrote there is not for whoever holds a token.
    await database.pool.query("update members set removed_at = now() where person_id = $1", [owner]);
    await database.pool.query("update members set removed_at = now() where workspace_id <> $1", [
      further.workspaceId,
    ]);
    await expect(connect(stranger.personId)).rejects.toMatchObject({ reason: "elsewhere" });
  });

  it("is not taken by a start with its token either", async () => {
    const { owner, workspaceId } = await withSandbox();
    const theirs = await makeWorkspace(database.db, { origin: real.origin, kind: "real" });
    real.account = { kind: "employer_organization", organizationId: theirs.accountKey };
    const env = envOf({ CAPTURE_KEY: firstKey, OPENTRAIN_API_TOKEN: token });
    const given = { db: database.db, now: new Date(), env, sandbox: null, agentCaptureKey: null };
    expect(await ensureInstallation(given)).toMatchObject({
      state: "sandbox",
      realConnection: "other_account",
    });
    expect((await ctxOf(owner)).workspaceId).toBe(workspaceId);
  });

  it("takes back those who left it for another account, as it was", async () => {
    const { owner, finance } = await withSandbox();
    await connect(owner);
    const [first, firstAccount] = [(await ctxOf(owner)).workspaceId, organizationId];
    account(unique("org_other"));
    await expect(connect(owner)).rejects.toMatchObject({ code: "CONFLICT", reason: "other_account" });
    await disconnect({ ctx: await ctxOf(owner) });
    await expect(connect(owner)).rejects.toMatchObject({ reason: "other_account_disconnected" });
    expect(await connect(owner, { isAnotherAccount: true })).toEqual({ outcome: "connected" });
    const second = (await ctxOf(owner)).workspaceId;
    expect(second).not.toBe(first);
    expect(await readSetting(database.db, "home_workspace")).toBe(second);
    await disconnect({ ctx: await ctxOf(owner) });
    account(firstAccount);
    expect(await connect(owner, { isAnotherAccount: true })).toEqual({ outcome: "reconnected" });
    expect((await ctxOf(owner)).workspaceId).toBe(first);
    expect((await ctxOf(finance)).workspaceId).toBe(first);
    expect((await keyed(firstKey)).workspaceId).toBe(first);
  });
});

describe("a further owner", () => {
  it("connects an account of their own; the first owner's key and home stay where they are", async () => {
    const { owner } = await withSandbox();
    await connect(owner);
    const home = await readSetting(database.db, "home_workspace");
    const empty = crypto.randomUUID();
    await database.pool.query(
      "insert into workspaces (id, name, kind, created_at) values ($1, '', 'none', now())",
      [empty],
    );
    const further = await makePerson(database.db, empty, "owner");
    account(unique("org_further"));
    expect(await connect(further.personId)).toEqual({ outcome: "connected" });
    expect((await ctxOf(further.personId)).workspaceId).toBe(empty);
    expect(await readSetting(database.db, "home_workspace")).toBe(home);
    expect((await keyed(firstKey)).workspaceId).toBe(home);
  });
});

describe("disconnecting", () => {
  it("erases every token, keeps what was read, and is taken up again where it was left", async () => {
    const { owner, finance } = await withSandbox();
    await connect(owner);
    const ctx = await ctxOf(owner);
    const wire = wireApproval(real.origin);
    real.approvals.set(wire.id, wire);
    const agent: Ctx = { ...ctx, actor: { kind: "capture_key", keyId: crypto.randomUUID(), label: "key" } };
    const input = { id: wire.id, told: null, request: null, agent: null, way: "capture" as const };
    expect((await captureApproval({ ctx: agent, input })).state).toBe("listed");
    const connectionId = await connectionOf(ctx.workspaceId);
    real.emit("approval.confirmed", { approvalId: wire.id, status: "pending" });
    // Followed from the present on, which whoever reads the past finds.
    expect(await syncConnection({ db: database.db, connectionId, isForced: true })).toBe("behind");
    while ((await backfill({ db: database.db, connectionId })).againInMs !== null);
    expect(await syncConnection({ db: database.db, connectionId, isForced: true })).toBe("ok");
    const cursor = await cursorOf(connectionId);
    await expect(disconnect({ ctx: await ctxOf(finance) })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await disconnect({ ctx });
    await expect(disconnect({ ctx })).rejects.toMatchObject({ reason: "not_connected" });
    expect(await getConnection({ ctx })).toMatchObject({
      state: "disconnected",
      tokens: [],
      notices: [{ kind: "disconnected" }],
      sync: { state: "off" },
    });
    expect((await getApproval({ ctx: await ctxOf(finance), input: { id: wire.id } })).approval.id).toBe(
      wire.id,
    );
    const { rows } = await database.pool.query(
      "select count(*)::int from connection_tokens where sealed is not null and connection_id = $1",
      [connectionId],
    );
    expect(rows).toEqual([{ count: 0 }]);
    expect(await syncConnection({ db: database.db, connectionId, isForced: true })).toBe("closed");
    // Nor does a start with a token of its own undo what a person did.
    const env = envOf({ CAPTURE_KEY: firstKey, OPENTRAIN_API_TOKEN: token });
    await ensureInstallation({ db: database.db, now: new Date(), env, sandbox: null, agentCaptureKey: null });
    expect((await getConnection({ ctx }))?.state).toBe("disconnected");

    real.settle(wire.id, { status: "declined" });
    real.calls = [];
    expect(await connect(owner)).toEqual({ outcome: "reconnected" });
    expect((await ctxOf(owner)).workspaceId).toBe(ctx.workspaceId);
    expect(await cursorOf(connectionId)).toBe(cursor);
    expect(await syncConnection({ db: database.db, connectionId })).toBe("ok");
    expect(real.calls).toContain("/jobs/mine");
    expect((await getApproval({ ctx, input: { id: wire.id } })).approval.standing).toBe("declined");
  });

  it("is not for the sandbox", async () => {
    const { owner } = await withSandbox();
    await expect(disconnect({ ctx: await ctxOf(owner) })).rejects.toMatchObject({
      reason: "connection_of_sandbox",
    });
  });
});

describe("a crash while connecting", () => {
  it("before any of its statements leaves what was, and the next try works", async () => {
    const { owner } = await withSandbox();
    const before = await everything();
    let crashed = 0;
    for (let at = 1; ; at++) {
      const ctx = { ...(await ctxOf(owner)), db: crashingAt(at) };
      const input = { token, label: "Mine", isAnotherAccount: false };
      const outcome = await connectToken({ ctx, origin: real.origin, input }).catch(
        (error: Error) => error.message,
      );
      await database.pool.query("delete from throttle_counts");
      if (typeof outcome === "object") break;
      expect(outcome).toBe("killed");
      expect(await everything()).toEqual(before);
      crashed = at;
    }
    expect(crashed).toBeGreaterThan(15);
    expect((await getConnection({ ctx: await ctxOf(owner) }))?.kind).toBe("real");
  });
});

/** The process is gone before the nth statement of a transaction: PostgreSQL undoes what it began. */
function crashingAt(nth: number): Ctx["db"] {
  const transaction: Ctx["db"]["transaction"] = (work) =>
    database.db.transaction((tx) => {
      let statements = 0;
      const session = (tx as unknown as { session: { prepareQuery: (...given: unknown[]) => unknown } })
        .session;
      const prepare = session.prepareQuery.bind(session);
      session.prepareQuery = (...given) => {
        statements += 1;
        if (statements === nth) throw new Error("killed");
        return prepare(...given);
      };
      return work(tx);
    });
  return new Proxy(database.db, {
    get: (db, name) => (name === "transaction" ? transaction : Reflect.get(db, name)),
  });
}

/** All of it, but for the counters that a refused try may move. */
async function everything(): Promise<unknown> {
  const { rows: tables } = await database.pool.query(
    "select table_name as name from information_schema.tables where table_schema = 'countersign' and table_name <> 'throttle_counts' order by 1",
  );
  const held: Record<string, unknown> = {};
  for (const { name } of tables) {
    const { rows } = await database.pool.query(
      `select to_jsonb(t) as row from ${name} t order by to_jsonb(t)::text`,
    );
    held[name] = rows;
  }
  return held;
}

async function connectionOf(workspaceId: string): Promise<string> {
  const { rows } = await database.pool.query("select id from connections where workspace_id = $1", [
    workspaceId,
  ]);
  return rows[0].id;
}

async function cursorOf(id: string): Promise<string | null> {
  const { rows } = await database.pool.query("select feed_cursor from connections where id = $1", [id]);
  return rows[0].feed_cursor;
}
