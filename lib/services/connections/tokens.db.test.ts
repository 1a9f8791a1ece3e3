import { describe, expect, it } from "vitest";
import { captureApproval } from "@/lib/services/approvals/capture";
import { getApproval } from "@/lib/services/approvals/get";
import { readApproval } from "@/lib/services/approvals/read";
import { requestRead } from "@/lib/services/approvals/request-read";
import { connectToken } from "@/lib/services/connections/connect";
import { disconnect } from "@/lib/services/connections/disconnect";
import { getConnection } from "@/lib/services/connections/get";
import { openReader } from "@/lib/services/connections/open-reader";
import { removeToken } from "@/lib/services/connections/remove-token";
import { replaceToken } from "@/lib/services/connections/replace-token";
import { lockApproval } from "@/lib/store/approvals/rows";
import { findConnectionById } from "@/lib/store/connections/rows";
import { lockWorkspace } from "@/lib/store/locks";
import { syncConnection } from "@/lib/sync/sync-connection";
import { useTestDatabase } from "@/lib/testing/database";
import { insertToken } from "@/lib/testing/factories/insert-token";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { tablesHolding } from "@/lib/testing/factories/tables-holding";
import { unique } from "@/lib/testing/factories/unique";
import { useTinyUpstream } from "@/lib/testing/factories/upstream";
import { wireApproval } from "@/lib/testing/factories/wire";

const database = useTestDatabase();
const upstream = useTinyUpstream();
const dayMs = 86_400_000;
const wide = ["payments:read", "proposals:read", "jobs:read"];

async function world() {
  upstream.heal();
  upstream.byToken.clear();
  upstream.approvals.clear();
  upstream.events = [];
  upstream.scopes = wide;
  const made = await makeWorkspace(database.db, { origin: upstream.origin, kind: "real" });
  upstream.account = { kind: "employer_organization", organizationId: made.accountKey };
  const ctx = made.owner;
  const asked = async () => {
    const wire = wireApproval(upstream.origin);
    upstream.approvals.set(wire.id, wire);
    const input = { id: wire.id, told: null, request: null, agent: null, way: "capture" as const };
    expect((await captureApproval({ ctx: made.agent(), input })).state).toBe("listed");
    return wire.id;
  };
  upstream.tokens.clear();
  return { made, ctx, asked };
}

/** Whose calls came in while this went on, by their tokens. */
async function callersDuring(work: () => Promise<unknown>): Promise<string[]> {
  upstream.tokens.clear();
  await work();
  return [...upstream.tokens].map((header) => header.replace("Bearer ", ""));
}

const sync = ({ connectionId }: MadeWorkspace, at = new Date()) =>
  syncConnection({ db: database.db, connectionId, isForced: true, clock: () => at });
const read = ({ workspaceId }: MadeWorkspace, id: string) =>
  readApproval({ db: database.db, workspaceId, id, now: new Date() });
const newToken = () => `ot_pat_${unique("live")}_0123456789abcdef`;
const add = (made: MadeWorkspace, token: string, label: string | null = null) =>
  connectToken({
    ctx: made.owner,
    origin: upstream.origin,
    input: { token, label, isAnotherAccount: false },
  });

async function tokenIds(made: MadeWorkspace): Promise<string[]> {
  return (await getConnection({ ctx: made.owner }))?.tokens.map(({ id }) => id) ?? [];
}

async function eventsOf({ workspaceId }: MadeWorkspace) {
  const { rows } = await database.pool.query(
    "select e.kind, e.actor_id, e.data, t.text from events e left join event_texts t on t.event_id = e.id where workspace_id = $1 and subject_kind = 'connection' order by e.id",
    [workspaceId],
  );
  return rows;
}

describe("several tokens", () => {
  it("read by whichever sees it, and the one that saw it is asked first from then on", async () => {
    const { made, asked } = await world();
    const agent = await insertToken(database.db, made);
    upstream.byToken.set(made.token, { hides: /^\/approvals/ });
    const id = await asked();
    const { rows } = await database.pool.query("select read_by_token from approvals where id = $1", [id]);
    expect(rows).toEqual([{ read_by_token: agent.id }]);
    const calls = upstream.calls.length;
    const callers = await callersDuring(() => read(made, id));
    expect(upstream.calls.slice(calls)[0]).toBe(`/approvals/${id}`);
    expect(callers[0]).toBe(agent.plain);
    upstream.settle(id, { status: "declined" });
    expect(await sync(made)).toBe("ok");
    expect((await getApproval({ ctx: made.owner, input: { id } })).approval.standing).toBe("declined");
  });

  it("follow the feed by the one with the widest scopes", async () => {
    const { made } = await world();
    const narrow = await insertToken(database.db, made, { createdAt: new Date(0) });
    expect(await callersDuring(() => sync(made))).toEqual([made.token]);
    await database.pool.query("update connection_tokens set scopes = $2 where id = $1", [
      narrow.id,
      [...wide, "team:read"],
    ]);
    expect(await callersDuring(() => sync(made))).toEqual([narrow.plain]);
  });

  it("go on with another when one is refused, which shows its own state and is asked no more", async () => {
    const { made } = await world();
    const agent = await insertToken(database.db, made);
    upstream.byToken.set(made.token, { isRevoked: true });
    expect(await sync(made)).toBe("ok");
    const connection = await getConnection({ ctx: made.owner });
    expect(connection?.sync.state).toBe("ok");
    expect(connection?.tokens.map(({ standing }) => standing)).toEqual(["refused", "active"]);
    expect(connection?.notices).toContainEqual(
      expect.objectContaining({ kind: "token_refused", isOnly: false }),
    );
    expect(await callersDuring(() => sync(made))).toEqual([agent.plain]);
    // Taken again: found out by the look at all tokens, now and then.
    upstream.byToken.clear();
    await sync(made, new Date(Date.now() + 11 * 60_000));
    expect((await getConnection({ ctx: made.owner }))?.tokens.map(({ standing }) => standing)).toEqual([
      "active",
      "active",
    ]);
    const kinds = (await eventsOf(made)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith("token_"))).toEqual([
      "token_refused",
      "token_changed",
      "token_accepted",
    ]);
  });

  it("are refused together only when none is taken, and each is tried again", async () => {
    const { made } = await world();
    const agent = await insertToken(database.db, made);
    upstream.byToken.set(made.token, { isRevoked: true }).set(agent.plain, { isRevoked: true });
    expect(await sync(made)).toBe("stopped");
    const refused = await getConnection({ ctx: made.owner });
    expect(refused?.sync).toMatchObject({ state: "refused", problem: "unauthorized" });
    expect(refused?.notices).toHaveLength(2);
    upstream.byToken.delete(agent.plain);
    expect(await sync(made)).toBe("ok");
    expect((await getConnection({ ctx: made.owner }))?.sync.state).toBe("ok");
  });

  it("are added by the owner, under a name of the owner's that is kept as text", async () => {
    const { made, ctx } = await world();
    const token = newToken();
    expect(await add(made, token, "Agent 7")).toEqual({ outcome: "added" });
    expect(await add(made, token, "Agent 7")).toEqual({ outcome: "unchanged" });
    expect((await getConnection({ ctx }))?.tokens.map(({ label }) => label)).toEqual(["inbox", "Agent 7"]);
    const [event] = (await eventsOf(made)).filter(({ kind }) => kind === "token_added");
    expect(event).toMatchObject({ text: { label: "Agent 7" } });
    expect(JSON.stringify(event.data)).not.toContain("Agent 7");
    expect(await tablesHolding(database.pool, token)).toEqual([]);
    upstream.account = { kind: "employer_organization", organizationId: "org_of_somebody" };
    await expect(add(made, newToken())).rejects.toMatchObject({ code: "CONFLICT", reason: "other_account" });
  });

  it("are at most 25", async () => {
    const { made } = await world();
    for (let more = 0; more < 24; more++) await insertToken(database.db, made);
    await expect(add(made, newToken())).rejects.toMatchObject({ reason: "too_many_tokens" });
  });
});

describe("replacing a token", () => {
  it("erases the old one in the same moment; what it saw, the new one is asked first", async () => {
    const { made, ctx, asked } = await world();
    const id = await asked();
    const [old] = await tokenIds(made);
    const token = newToken();
    await replaceToken({ ctx, origin: upstream.origin, input: { id: old ?? "", token } });
    const [fresh, ...others] = await tokenIds(made);
    expect(others).toEqual([]);
    expect(fresh).not.toBe(old);
    const { rows } = await database.pool.query("select sealed, state from connection_tokens where id = $1", [
      old,
    ]);
    expect(rows).toEqual([{ sealed: null, state: "revoked" }]);
    expect(await callersDuring(() => read(made, id))).toEqual([token]);
    expect(await callersDuring(() => sync(made))).toEqual([token]);
    const again = { id: fresh ?? "", token };
    await replaceToken({ ctx, origin: upstream.origin, input: again });
    expect(await tokenIds(made)).toEqual([fresh]);
    await expect(
      replaceToken({ ctx, origin: upstream.origin, input: { id: old ?? "", token: newToken() } }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("passes on what it alone was known to see", async () => {
    const { made, ctx, asked } = await world();
    const agent = await insertToken(database.db, made);
    upstream.byToken.set(made.token, { hides: /^\/approvals/ });
    const id = await asked();
    const token = newToken();
    upstream.byToken.set(token, { scopes: ["payments:read"] });
    await replaceToken({ ctx, origin: upstream.origin, input: { id: agent.id, token } });
    upstream.byToken.delete(made.token);
    expect(await callersDuring(() => read(made, id))).toContain(token);
    const { rows } = await database.pool.query("select read_by_token from approvals where id = $1", [id]);
    expect(rows).not.toEqual([{ read_by_token: agent.id }]);
    expect(rows[0].read_by_token).not.toBe((await tokenIds(made))[0]);
  });

  it("is refused for one of another account, and when OpenTrain cannot be asked; the old one stays", async () => {
    const { made, ctx } = await world();
    const [old] = await tokenIds(made);
    const input = { id: old ?? "", token: newToken() };
    const replace = () => replaceToken({ ctx, origin: upstream.origin, input });
    upstream.byToken.set(input.token, {
      account: { kind: "employer_organization", organizationId: "org_of_others" },
    });
    await expect(replace()).rejects.toMatchObject({ code: "CONFLICT", reason: "other_account" });
    upstream.fail(/auth/, "drop");
    await expect(replace()).rejects.toMatchObject({ code: "UNAVAILABLE", reason: "opentrain_unreachable" });
    expect(await tokenIds(made)).toEqual([old]);
    expect(await callersDuring(() => sync(made))).toEqual([made.token]);
  });

  it("while a round is under way, that round does not use the old one once more, nor any after a disconnect", async () => {
    const { made, ctx } = await world();
    const [old] = await tokenIds(made);
    const connection = await findConnectionById(database.db, made.connectionId);
    const reader = connection && (await openReader(database.db, connection));
    const call = () => reader?.read((client) => client.getCredits());
    expect(await callersDuring(async () => call())).toEqual([made.token]);
    const token = newToken();
    await replaceToken({ ctx, origin: upstream.origin, input: { id: old ?? "", token } });
    expect(await callersDuring(async () => call())).toEqual([token]);
    await disconnect({ ctx });
    expect(await callersDuring(async () => expect(await call()).toMatchObject({ ok: false }))).toEqual([]);
  });
});

describe("a change of tokens while a read is stored", () => {
  it.each(["replaced", "added"] as const)("waits for it: %s", async (how) => {
    const { made, ctx, asked } = await world();
    const [first, second] = [await asked(), await asked()];
    const [old] = await tokenIds(made);
    const token = newToken();
    const change = () =>
      how === "added"
        ? add(made, token)
        : replaceToken({ ctx, origin: upstream.origin, input: { id: old ?? "", token } });
    const waiting = () => database.pool.query("select 1 from pg_locks where not granted");
    let changing: Promise<unknown> = Promise.resolve();
    await database.db.transaction(async (tx) => {
      await lockWorkspace(tx, made.workspaceId);
      await lockApproval(tx, made.workspaceId, second);
      changing = change();
      await expect.poll(async () => (await waiting()).rowCount, { interval: 5 }).toBeGreaterThan(0);
      await lockApproval(tx, made.workspaceId, first);
    });
    await changing;
    expect((await tokenIds(made)).length).toBe(how === "added" ? 2 : 1);
  });
});

describe("removing a token", () => {
  it("erases it; the last one is not removed, whoever asks at the same time", async () => {
    const { made, ctx } = await world();
    await insertToken(database.db, made);
    const ids = await tokenIds(made);
    const outcomes = await Promise.allSettled(ids.map((id) => removeToken({ ctx, input: { id } })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [rejected] = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(rejected).toMatchObject({ code: "CONFLICT", reason: "last_token" });
    expect((await tokenIds(made)).length).toBe(1);
    expect((await eventsOf(made)).filter(({ kind }) => kind === "token_removed")).toHaveLength(1);
  });

  it("is the owner's, of their own workspace", async () => {
    const { made, ctx } = await world();
    const [other, more] = [(await world()).made, await insertToken(database.db, made)];
    await expect(removeToken({ ctx: made.as("finance"), input: { id: more.id } })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(removeToken({ ctx: other.owner, input: { id: more.id } })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const replaced = { id: more.id, token: newToken() };
    await expect(
      replaceToken({ ctx: other.owner, origin: upstream.origin, input: replaced }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await getConnection({ ctx }))?.tokens.length).toBe(2);
  });

  it("leaves what only it saw listed, as not visible any more", async () => {
    const { made, ctx, asked } = await world();
    const agent = await insertToken(database.db, made);
    upstream.byToken.set(made.token, { hides: /^\/approvals/ });
    const id = await asked();
    await removeToken({ ctx, input: { id: agent.id } });
    expect(await callersDuring(() => read(made, id))).toEqual([made.token]);
    await requestRead({ ctx, input: { id } });
    expect((await getApproval({ ctx, input: { id } })).approval).toMatchObject({
      standing: "open",
      readProblem: { code: "not_visible" },
    });
  });
});

describe("what OpenTrain says of a token", () => {
  it("is asked again each hour: scopes, end and label follow", async () => {
    const { made, ctx } = await world();
    const endsAt = new Date(Date.now() + 13 * dayMs).toISOString();
    upstream.byToken.set(made.token, { scopes: ["payments:read"], label: "renamed", expiresAt: endsAt });
    await sync(made);
    expect((await getConnection({ ctx }))?.tokens[0]).toMatchObject({ scopes: wide, label: "inbox" });
    const later = new Date(Date.now() + 61 * 60_000);
    await sync(made, later);
    const seen = await getConnection({ ctx: made.as("viewer", later) });
    expect(seen?.tokens[0]).toMatchObject({
      scopes: ["payments:read"],
      label: "renamed",
      standing: "expires_soon",
    });
    expect(seen?.notices.map(({ kind }) => kind)).toEqual([
      "token_expires",
      "scope_missing",
      "scope_missing",
    ]);
    const expired = await getConnection({ ctx: made.as("viewer", new Date(Date.now() + 14 * dayMs)) });
    expect(expired?.notices).toMatchObject([{ kind: "token_expired", isOnly: true }]);
  });

  it("is asked at once when a scope turns out to be missing", async () => {
    const { made, ctx } = await world();
    upstream.byToken.set(made.token, { scopes: ["jobs:read"] });
    upstream.failScope(/updates/, ["payments:read"]);
    expect(await sync(made)).toBe("stopped");
    const seen = await getConnection({ ctx });
    expect(seen?.sync).toMatchObject({ state: "refused", problem: "scope" });
    expect(seen?.notices[0]).toEqual({ kind: "scope_missing", scope: "payments:read" });
  });

  it("never reads a token that went over to another account into this workspace", async () => {
    const { made, ctx } = await world();
    upstream.byToken.set(made.token, { account: { kind: "employer", ownerUserId: "usr_alone" } });
    const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    await sync(made, later(61));
    expect((await getConnection({ ctx }))?.tokens[0]).toMatchObject({ standing: "refused" });
    upstream.calls = [];
    expect(await sync(made, later(62))).toBe("stopped");
    expect(upstream.calls).toEqual([]);
    expect((await getConnection({ ctx }))?.sync).toMatchObject({
      state: "refused",
      problem: "other_account",
    });
    upstream.byToken.clear();
    expect(await sync(made, later(80))).toBe("ok");
  });
});
