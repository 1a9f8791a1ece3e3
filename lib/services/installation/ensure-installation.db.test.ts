import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Env, readEnv } from "@/lib/env";
import { captureApproval } from "@/lib/services/approvals/capture";
import { authenticateCaptureKey } from "@/lib/services/capture-keys/authenticate";
import { listCapture } from "@/lib/services/capture-keys/list";
import { revokeCaptureKey } from "@/lib/services/capture-keys/revoke";
import { showFirstCaptureKey } from "@/lib/services/capture-keys/show-first";
import { listClaims } from "@/lib/services/claims/list";
import { proveClaim } from "@/lib/services/claims/prove";
import { getConnection } from "@/lib/services/connections/get";
import { showSandboxToken } from "@/lib/services/connections/show-sandbox-token";
import type { Ctx } from "@/lib/services/context";
import {
  type EnsureInstallationInput,
  ensureInstallation,
} from "@/lib/services/installation/ensure-installation";
import { actorOfSession } from "@/lib/services/people/actor-of-session";
import { authenticate } from "@/lib/services/people/authenticate";
import { seal } from "@/lib/store/sealing";
import { readSetting } from "@/lib/store/settings";
import { useTestDatabase } from "@/lib/testing/database";
import { testKeys } from "@/lib/testing/factories/make-workspace";
import { tablesHolding } from "@/lib/testing/factories/tables-holding";
import { useTinyUpstream } from "@/lib/testing/factories/upstream";
import { untoldChanges, watchEvents } from "@/lib/testing/watch-events";

const database = useTestDatabase();
const [sandbox, real] = [useTinyUpstream(), useTinyUpstream()];
const password = "calm river over nine stones";
const realToken = "ot_pat_live_0123456789abcdef";
const sandboxToken = "ot_pat_sandbox1_0123456789abcdef";
const sandboxAgentToken = "ot_pat_sandbox2_0123456789abcdef";
const agentKey = "cs_agent_0123456789abcdef0123456789abcdef";
const owner = { OWNER_EMAIL: "ada@example.com", OWNER_PASSWORD: password };

function env(given: Record<string, string> = {}): Env {
  const { env: parsed } = readEnv({
    ENCRYPTION_KEYS: testKeys,
    OPENTRAIN_API_BASE_URL: real.origin,
    ...given,
  });
  if (!parsed) throw new Error("the test's environment is not usable");
  return parsed;
}

function ensure(given: Record<string, string> = {}, more: Partial<EnsureInstallationInput> = {}) {
  return ensureInstallation({
    db: database.db,
    now: new Date(),
    env: env(given),
    sandbox: null,
    agentCaptureKey: null,
    ...more,
  });
}

const withSandbox = () => ({
  sandbox: { origin: sandbox.origin, ownerToken: sandboxToken, agentToken: sandboxAgentToken },
  agentCaptureKey: agentKey,
});

async function ownerCtx(): Promise<Ctx> {
  const now = new Date();
  const given = {
    db: database.db,
    now,
    email: owner.OWNER_EMAIL,
    password,
    address: "10.0.0.1",
    userAgent: null,
  };
  const signedIn = await authenticate(given);
  const found = await actorOfSession({ db: database.db, now, sessionId: signedIn?.sessionId ?? "" });
  if (!found) throw new Error("nobody");
  return { db: database.db, now, workspaceId: found.workspaceId, actor: found.actor };
}

const keyed = (secret: string) => authenticateCaptureKey({ db: database.db, now: new Date(), secret });

beforeAll(() => watchEvents(database.ownerPool));
afterAll(async () => expect(await untoldChanges(database.ownerPool)).toEqual([]));
beforeEach(async () => {
  sandbox.heal();
  real.heal();
  real.account = { kind: "employer_organization", organizationId: "org_real" };
  real.scopes = ["payments:read"];
  await database.ownerPool.query(`
    alter table countersign.events disable trigger events_append_only;
    alter table countersign.event_seals disable trigger event_seals_append_only;
    truncate countersign.workspaces, countersign.people, countersign.settings, countersign.setup_links,
      countersign.events, countersign.claims, countersign.throttle_counts cascade;
    alter table countersign.event_seals enable trigger event_seals_append_only;
    alter table countersign.events enable trigger events_append_only`);
});

describe("ensureInstallation", () => {
  it("makes a home for the first owner, and nothing twice", async () => {
    expect(await ensure()).toEqual({ state: "none", hasOwner: false, realConnection: "none" });
    const before = await counts();
    await Promise.all([ensure(), ensure(), ensure()]);
    expect(await counts()).toEqual(before);
    expect(before).toMatchObject({ workspaces: 1, capture_keys: 1, connections: 0 });
  });

  it("makes the owner of the environment, who can sign in", async () => {
    expect(await ensure(owner)).toMatchObject({ hasOwner: true });
    expect(await ensure({ ...owner, OWNER_EMAIL: "other@example.com" })).toMatchObject({ hasOwner: true });
    expect(await counts()).toMatchObject({ people: 1 });
    expect((await ownerCtx()).workspaceId).toBe(await readSetting(database.db, "home_workspace"));
    await expect(
      ensureFresh({ OWNER_EMAIL: "ada@example.com", OWNER_PASSWORD: "password1234" }),
    ).rejects.toMatchObject({ reason: "password_common" });
  });

  it("connects the sandbox, with its agent's own key, and follows it to another port", async () => {
    expect(await ensure(owner, withSandbox())).toMatchObject({ state: "sandbox" });
    const before = await counts();
    expect(await ensure(owner, withSandbox())).toMatchObject({ state: "sandbox" });
    expect(await counts()).toEqual(before);
    const ctx = await ownerCtx();
    expect(await getConnection({ ctx })).toMatchObject({ kind: "sandbox", origin: sandbox.origin });
    expect((await keyed(agentKey)).workspaceId).toBe(ctx.workspaceId);
    expect(await tablesHolding(database.pool, sandboxAgentToken)).toEqual([]);
    const moved = {
      sandbox: { origin: real.origin, ownerToken: sandboxToken, agentToken: sandboxAgentToken },
      agentCaptureKey: agentKey,
    };
    real.account = sandbox.account;
    await ensure(owner, moved);
    expect(await getConnection({ ctx })).toMatchObject({ origin: real.origin, state: "open" });
    expect(await counts()).toMatchObject({ workspaces: 1, connections: 1 });
  });

  it("moves the owner to the real account and closes the sandbox for good", async () => {
    await ensure(owner, withSandbox());
    const before = await ownerCtx();
    const withToken = { ...owner, OPENTRAIN_API_TOKEN: realToken };
    expect(await ensure(withToken)).toMatchObject({ state: "real", realConnection: "ok" });
    const after = await ownerCtx();
    expect(after.workspaceId).not.toBe(before.workspaceId);
    expect(await getConnection({ ctx: after })).toMatchObject({ kind: "real", origin: real.origin });
    await expect(keyed(agentKey)).rejects.toMatchObject({ code: "GONE", reason: "workspace_closed" });
    expect(await ensure(withToken, withSandbox())).toMatchObject({ state: "real" });
    expect((await ownerCtx()).workspaceId).toBe(after.workspaceId);
    await expect(keyed(agentKey)).rejects.toMatchObject({ code: "GONE" });
    const { rows } = await database.pool.query(
      "select count(*)::int as sealed from connection_tokens t join connections c on c.id = t.connection_id where c.kind = 'sandbox' and sealed is not null",
    );
    expect(rows).toEqual([{ sealed: 0 }]);
    for (const secret of [realToken, sandboxToken, sandboxAgentToken, agentKey, password]) {
      expect(await tablesHolding(database.pool, secret)).toEqual([]);
    }
    expect([...sandbox.tokens].join()).not.toContain(realToken);
    expect([...real.tokens].filter((token) => token.includes("live"))).toEqual([`Bearer ${realToken}`]);
  });

  it.each([
    ["refused", 401],
    ["unreachable", "drop"],
  ] as const)("says %s and connects nothing when the account cannot be asked", async (problem, fault) => {
    real.fail(/auth/, fault);
    const outcome = await ensure({ OPENTRAIN_API_TOKEN: realToken });
    expect(outcome).toMatchObject({ state: "none", realConnection: problem });
    expect(await counts()).toMatchObject({ connections: 0 });
    real.heal();
    expect(await ensure({ OPENTRAIN_API_TOKEN: realToken })).toMatchObject({
      state: "real",
      realConnection: "ok",
    });
    expect(await counts()).toMatchObject({ workspaces: 1 });
  });

  it("refuses a token that may not read approvals", async () => {
    real.scopes = ["jobs:read"];
    expect(await ensure({ OPENTRAIN_API_TOKEN: realToken })).toMatchObject({ realConnection: "refused" });
  });

  it("keeps what was captured before anything was connected, and proves it then", async () => {
    await ensure(owner);
    const ctx = await ownerCtx();
    const input = { id: "appr_early", told: null, request: null, agent: null, way: "capture" as const };
    expect((await captureApproval({ ctx, input })).state).toBe("claimed");
    await ensure(owner, withSandbox());
    expect((await listClaims({ ctx })).claims).toMatchObject([{ id: "appr_early", why: "not_connected" }]);
    await proveClaim({ db: database.db, workspaceId: ctx.workspaceId, id: "appr_early", now: new Date() });
    expect((await listClaims({ ctx })).claims).toMatchObject([{ why: "not_visible" }]);
  });
});

describe("keys", () => {
  it("refuses encryption keys that do not fit, and seals anew under a newer one", async () => {
    await ensure(owner, withSandbox());
    const otherKey = "another-encryption-key-of-thirty-two-chars";
    await expect(ensure({ ENCRYPTION_KEYS: otherKey })).rejects.toMatchObject({
      reason: "wrong_encryption_key",
    });
    await ensure({ ENCRYPTION_KEYS: `${otherKey},${testKeys}` });
    await expect(ensure({ ENCRYPTION_KEYS: testKeys })).rejects.toMatchObject({
      reason: "wrong_encryption_key",
    });
    expect(await ensure({ ENCRYPTION_KEYS: otherKey }, withSandbox())).toMatchObject({ state: "sandbox" });
    await ensure({ ENCRYPTION_KEYS: `${testKeys},${otherKey}` });
    expect(await showSandboxToken({ ctx: await ownerCtx() })).toEqual({ token: sandboxAgentToken });
  });

  it("shows the token of the sandbox's agent to the owner alone, writes it down, and ends with the sandbox", async () => {
    await ensure(owner, withSandbox());
    const ctx = await ownerCtx();
    for (const role of ["finance", "viewer"] as const) {
      const other = { ...ctx, actor: { ...ctx.actor, role } } as Ctx;
      await expect(showSandboxToken({ ctx: other })).rejects.toMatchObject({ code: "FORBIDDEN" });
      expect((await listCapture({ ctx: other })).hasSandboxAgent).toBe(false);
    }
    expect(await listCapture({ ctx })).toMatchObject({ hasSandboxAgent: true });
    expect(JSON.stringify(await listCapture({ ctx }))).not.toContain("ot_pat_");
    expect(JSON.stringify(await getConnection({ ctx }))).not.toContain("sealed");
    expect(await showSandboxToken({ ctx })).toEqual({ token: sandboxAgentToken });
    expect(await showSandboxToken({ ctx })).toEqual({ token: sandboxAgentToken });
    const { rows } = await database.pool.query(
      "select actor_kind, data from events where kind = 'sandbox_token_shown'",
    );
    expect(rows).toEqual([
      { actor_kind: "person", data: {} },
      { actor_kind: "person", data: {} },
    ]);
    await ensure({ ...owner, OPENTRAIN_API_TOKEN: realToken });
    const after = await ownerCtx();
    expect(await listCapture({ ctx: after })).toMatchObject({ canManage: true, hasSandboxAgent: false });
    await expect(showSandboxToken({ ctx: after })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(showSandboxToken({ ctx })).rejects.toMatchObject({ code: "CONFLICT" });
    const left = await database.pool.query("select 1 from connections where agent_sealed is not null");
    expect(left.rows).toEqual([]);
  });

  it("has no place for the token of a real account's agent, and shows none that is not the sandbox's", async () => {
    await ensure(owner, withSandbox());
    const ctx = await ownerCtx();
    await database.pool.query("update connections set agent_sealed = $1", [seal(realToken, testKeys)]);
    await expect(showSandboxToken({ ctx })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const given = { origin: sandbox.origin, ownerToken: sandboxToken, agentToken: realToken };
    await database.pool.query("update connections set agent_sealed = null");
    await ensure(owner, { sandbox: given, agentCaptureKey: agentKey });
    expect(await listCapture({ ctx })).toMatchObject({ hasSandboxAgent: false });
    await expect(
      database.pool.query("update connections set kind = 'real', agent_sealed = $1", [Buffer.of(1)]),
    ).rejects.toThrow(/check constraint/);
  });

  it("shows the first capture key once, to the owner; it works and speaks for the home workspace", async () => {
    await ensure(owner, withSandbox());
    const ctx = await ownerCtx();
    const first = async () => (await listCapture({ ctx })).keys.find(({ source }) => source === "generated");
    expect(await first()).toMatchObject({ state: "unshown", canBeRevoked: true });
    const viewer = { ...ctx, actor: { ...ctx.actor, role: "viewer" } } as Ctx;
    await expect(showFirstCaptureKey({ ctx: viewer })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const shown = await Promise.allSettled([showFirstCaptureKey({ ctx }), showFirstCaptureKey({ ctx })]);
    const [won] = shown.flatMap((one) => (one.status === "fulfilled" ? [one.value.secret] : []));
    const lost = shown.flatMap((one) => (one.status === "rejected" ? [one.reason.reason] : []));
    expect(lost).toEqual(["already_shown"]);
    expect(await first()).toMatchObject({ state: "in_use" });
    expect((await keyed(won ?? "")).workspaceId).toBe(ctx.workspaceId);
    await ensure({ ...owner, OPENTRAIN_API_TOKEN: realToken });
    expect((await keyed(won ?? "")).workspaceId).toBe((await ownerCtx()).workspaceId);
  });

  it("does not bring back a first key that the owner took away", async () => {
    await ensure(owner);
    const ctx = await ownerCtx();
    const { secret } = await showFirstCaptureKey({ ctx });
    const [key] = (await listCapture({ ctx })).keys;
    await revokeCaptureKey({ ctx, input: { id: key?.id ?? "" } });
    await ensure(owner);
    expect((await listCapture({ ctx })).keys).toMatchObject([{ state: "revoked" }]);
    await expect(keyed(secret)).rejects.toMatchObject({ code: "GONE" });
  });

  it("takes the environment's key while it is there", async () => {
    const given = "chosen-capture-key-of-thirty-two-characters";
    await ensure({ ...owner, CAPTURE_KEY: given });
    const { keys } = await listCapture({ ctx: await ownerCtx() });
    expect(keys).toMatchObject([{ source: "environment", state: "in_use", canBeRevoked: false }]);
    expect((await keyed(given)).actor.label).toBe("CAPTURE_KEY");
    await ensure(owner);
    await expect(keyed(given)).rejects.toMatchObject({ code: "GONE", reason: "capture_key_revoked" });
    await ensure({ ...owner, CAPTURE_KEY: given });
    expect((await keyed(given)).actor.label).toBe("CAPTURE_KEY");
  });

  it("limits each key to 600 a minute, sliding", async () => {
    const given = "limited-capture-key-of-thirty-two-characters";
    await ensure({ CAPTURE_KEY: given });
    const at = (iso: string) =>
      authenticateCaptureKey({ db: database.db, now: new Date(iso), secret: given });
    const { actor } = await at("2026-11-21T12:00:59.000Z");
    await database.pool.query("update throttle_counts set count = 600 where subject = $1", [
      `capture ${actor.keyId}`,
    ]);
    await expect(at("2026-11-21T12:00:59.500Z")).rejects.toMatchObject({
      code: "RATE_LIMITED",
      details: { retryAfterSeconds: 1 },
    });
    await expect(at("2026-11-21T12:01:00.000Z")).rejects.toMatchObject({ code: "RATE_LIMITED" });
    expect((await at("2026-11-21T12:01:30.000Z")).actor.keyId).toBe(actor.keyId);
  });

  it("knows no other key", async () => {
    await ensure();
    await expect(keyed("cs_capture_guessed")).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});

async function ensureFresh(given: Record<string, string>) {
  // By the test's own hand, so nothing is told of it.
  await database.pool.query(`select set_config('event_watch.told', pg_current_xact_id()::text, true);
    update members set role = 'viewer'`);
  return ensure(given);
}

async function counts(): Promise<Record<string, number>> {
  const { rows } = await database.pool.query(`select
    (select count(*)::int from workspaces) as workspaces,
    (select count(*)::int from people) as people,
    (select count(*)::int from connections) as connections,
    (select count(*)::int from connection_tokens) as tokens,
    (select count(*)::int from capture_keys) as capture_keys,
    (select count(*)::int from events where kind <> 'signed_in') as events`);
  return rows[0];
}
