import { createHmac, randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { disconnect } from "@/lib/services/connections/disconnect";
import { getConnection } from "@/lib/services/connections/get";
import { keepWebhook } from "@/lib/services/webhooks/keep";
import { receiveWebhook } from "@/lib/services/webhooks/receive";
import { updateFeed } from "@/lib/store/feeds";
import { connectionTokens, events, webhookDeliveries, webhooks } from "@/lib/store/schema";
import { seal, unseal } from "@/lib/store/sealing";
import { useTestDatabase } from "@/lib/testing/database";
import { connectSandbox } from "@/lib/testing/factories/connect-sandbox";
import { type MadeWorkspace, testKeys } from "@/lib/testing/factories/make-workspace";
import { Loopback } from "@/lib/testing/loopback";
import { type SandboxAccount, useSandbox } from "@/lib/testing/sandbox";

process.env.OPENTRAIN_WEBHOOK_SECRET = "whsec_first_by_hand,whsec_second_by_hand";
const database = useTestDatabase();
const sandbox = useSandbox();
const inbox = new Loopback();
const minuteMs = 60_000;
let account: SandboxAccount;
let made: MadeWorkspace;

beforeEach(async () => {
  await inbox.start();
  inbox.calls = [];
  await database.pool.query("delete from heartbeats");
  inbox.handle = (_, response) => void response.writeHead(204).end();
  account = await sandbox.account({ scenario: "empty", creditsCents: 900_000 });
  made = await connectSandbox(database.db, sandbox.origin, account);
});
afterEach(() => inbox.stop());

const keep = (now = new Date(), APP_URL = inbox.origin) =>
  keepWebhook({ db: database.db, connectionId: made.connectionId, now, ours: { APP_URL, PORT: 3000 } });
const later = (minutes: number) => new Date(Date.now() + minutes * minuteMs);
const upstream = async () =>
  (
    await sandbox.call<{ webhooks: { id: string; url: string; status: string }[] }>(
      account.tokens.owner,
      "GET",
      "/webhooks",
    )
  ).webhooks;
const rows = () =>
  database.db
    .select()
    .from(webhooks)
    .where(eq(webhooks.connectionId, made.connectionId))
    .orderBy(webhooks.createdAt);
const hearing = async () => (await getConnection({ ctx: made.owner }))?.hearing;

async function active() {
  const row = (await rows()).find(({ state }) => state === "active");
  if (!row?.sealed) throw new Error("no webhook");
  return { ...row, secret: unseal(row.sealed, testKeys) };
}

function signed(secret: string, body: string, now = new Date()): string {
  const t = Math.floor(now.getTime() / 1000);
  return `t=${t},v1=${createHmac("sha256", secret).update(`${t}.${body}`).digest("hex")}`;
}

const receive = (delivery: Partial<Parameters<typeof receiveWebhook>[0]["delivery"]>, now = new Date()) =>
  receiveWebhook({
    db: database.db,
    now,
    delivery: {
      hookId: null,
      signature: null,
      deliveryId: randomUUID(),
      body: Buffer.from("{}"),
      ...delivery,
    },
  });

const jobsWaiting = async () => {
  const { rows: jobs } = await database.pool.query(
    "select 1 from graphile_worker._private_jobs where key = $1 and run_at <= now()",
    [`sync ${made.connectionId}`],
  );
  return jobs.length;
};
const forgetJobs = () =>
  database.pool.query("select graphile_worker.remove_job($1)", [`sync ${made.connectionId}`]);

async function hireAndDecline(): Promise<void> {
  const [proposal] = account.ids.proposals;
  const { approval } = await sandbox.call<{ approval: { id: string } }>(
    account.tokens.agent,
    "POST",
    `/proposals/${proposal}/hire`,
    { milestone: { name: "Pilot", amount: 45 } },
  );
  await sandbox.door("POST", `/approvals/${approval.id}/decline`);
}

describe("a webhook of ours", () => {
  it("is made once, with its secret sealed, and what OpenTrain then sends is taken", async () => {
    await keep();
    await keep();
    const row = await active();
    expect(await upstream()).toMatchObject([
      { id: row.upstreamId, url: `${inbox.origin}/api/webhooks/opentrain/${row.id}`, status: "ACTIVE" },
    ]);
    expect(row.secret).toMatch(/^whsec_/);
    expect(row.sealed?.includes(row.secret)).toBe(false);
    expect(await hearing()).toMatchObject({ way: "webhook", lastDeliveryAt: null });
    await forgetJobs();
    await hireAndDecline();
    await expect.poll(() => inbox.calls.length, { timeout: 5_000 }).toBeGreaterThan(0);
    const [call] = inbox.calls;
    const header = (name: string) => String(call?.headers[name]);
    const delivery = {
      hookId: row.id,
      signature: header("x-opentrain-signature"),
      deliveryId: header("x-opentrain-delivery"),
      body: Buffer.from(call?.body ?? ""),
    };
    await receive(delivery);
    expect(await jobsWaiting()).toBe(1);
    expect((await hearing())?.lastDeliveryAt).toBeInstanceOf(Date);
    await forgetJobs();
    await receive(delivery);
    expect(await jobsWaiting()).toBe(0);
  });

  it("is made anew when OpenTrain ended it or lost it, and where we are is another address", async () => {
    await keep();
    const first = await active();
    await sandbox.call(account.tokens.owner, "DELETE", `/webhooks/${first.upstreamId}`);
    await keep(later(5));
    expect((await active()).id).toBe(first.id);
    await keep(later(15));
    const second = await active();
    expect(second.id).not.toBe(first.id);
    await sandbox.fault(account.accountId, {
      match: { method: "GET", path: `/webhooks/${second.upstreamId}` },
      kind: "rewrite",
      set: { "$.webhook.status": "DISABLED" },
      times: 1,
    });
    await keep(later(40));
    const third = await active();
    expect(third.id).not.toBe(second.id);
    await keep(later(41), inbox.origin.replace("127.0.0.1", "localhost"));
    const fourth = await active();
    expect(fourth.url).toContain("localhost");
    expect((await upstream()).map(({ id }) => id)).toEqual([fourth.upstreamId]);
    expect((await rows()).map(({ state }) => state)).toEqual(["ended", "ended", "ended", "active"]);
  });

  it("that was made in a try whose answer was lost is found, and taken away for another", async () => {
    await sandbox.fault(account.accountId, {
      match: { method: "POST", path: "/webhooks" },
      kind: "garbage",
      times: 1,
    });
    await keep();
    expect((await rows()).map(({ state }) => state)).toEqual(["making"]);
    expect(await upstream()).toHaveLength(1);
    expect(await hearing()).toMatchObject({ way: "polling" });
    await keep(later(11));
    expect(await upstream()).toMatchObject([{ id: (await active()).upstreamId }]);
  });

  it("is not made where OpenTrain cannot reach us, or no token may", async () => {
    await keep(new Date(), "http://localhost:0");
    expect(await hearing()).toMatchObject({ way: "polling", problem: "address" });
    const noScope = eq(connectionTokens.connectionId, made.connectionId);
    await database.db
      .update(connectionTokens)
      .set({ scopes: ["payments:read"] })
      .where(noScope);
    await keep();
    expect(await hearing()).toMatchObject({ way: "polling", problem: "scope" });
    expect(await upstream()).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  it("is taken away before the tokens are erased; what OpenTrain did not hear of holds nobody up", async () => {
    await keep();
    await disconnect({ ctx: made.owner });
    expect(await upstream()).toEqual([]);
    expect((await rows()).map(({ state, sealed }) => [state, sealed])).toEqual([["ended", null]]);

    account = await sandbox.account({ scenario: "empty" });
    made = await connectSandbox(database.db, sandbox.origin, account);
    await keep();
    const left = await active();
    await sandbox.fault(account.accountId, {
      match: { method: "DELETE", path: "/webhooks" },
      kind: "status",
      status: 500,
    });
    await disconnect({ ctx: made.owner });
    expect((await rows()).map(({ state, sealed }) => [state, sealed])).toEqual([["ending", null]]);
    await expect(receive({ hookId: left.id, signature: signed(left.secret, "{}") })).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
    expect(await upstream()).toHaveLength(1);
    // Connected again, it is taken away after all.
    await sandbox.heal(account.accountId);
    await database.pool.query("update connections set state = 'open' where id = $1", [made.connectionId]);
    await database.db
      .update(connectionTokens)
      .set({ state: "active", sealed: seal(made.token, testKeys) })
      .where(eq(connectionTokens.connectionId, made.connectionId));
    await keep();
    expect(await upstream()).toMatchObject([{ id: (await active()).upstreamId }]);
    expect((await rows()).map(({ state }) => state)).toEqual(["ended", "active"]);
  });

  it("tells of everything that happens to it", async () => {
    await keep();
    await disconnect({ ctx: made.owner });
    const told = await database.db
      .select({ kind: events.kind })
      .from(events)
      .where(and(eq(events.workspaceId, made.workspaceId), eq(events.subjectId, made.connectionId)))
      .orderBy(events.id);
    expect(told.map(({ kind }) => kind)).toEqual([
      "webhook_asked",
      "webhook_registered",
      "webhook_ended",
      "disconnected",
    ]);
  });
});

describe("what comes in", () => {
  it("is refused alike: unknown, wrong, old, of another hook, of one that is no more", async () => {
    await keep();
    const { id, secret } = await active();
    const stranger = "0b0e7b5c-6a5e-4d3c-9f5e-6d8f1c2b3a4d";
    await forgetJobs();
    const cases = [
      { hookId: id, signature: signed("whsec_wrong", "{}") },
      { hookId: id, signature: null },
      { hookId: id, signature: signed(secret, "{}", later(-6)) },
      { hookId: stranger, signature: signed(secret, "{}") },
      { hookId: "../../x", signature: signed(secret, "{}") },
      { hookId: null, signature: signed(secret, "{}") },
    ];
    const refusals = await Promise.all(cases.map((one) => receive(one).then(() => "taken", String)));
    expect(new Set(refusals)).toEqual(new Set(["AppError: webhook_signature"]));
    expect(await jobsWaiting()).toBe(0);
    expect(await database.db.select().from(webhookDeliveries).where(eq(webhookDeliveries.hook, id))).toEqual(
      [],
    );
  });

  it("by hand is taken with either of two secrets, and everything connected looks", async () => {
    for (const secret of ["whsec_first_by_hand", "whsec_second_by_hand"]) {
      await forgetJobs();
      await receive({ signature: signed(secret, "{}") });
      expect(await jobsWaiting()).toBe(1);
    }
    expect(await hearing()).toMatchObject({ way: "by_hand" });
    await expect(
      receive({ signature: signed("whsec_first_by_hand,whsec_second_by_hand", "{}") }),
    ).rejects.toThrow();
  });

  it("is taken by OpenTrain's clock where ours is wrong", async () => {
    await keep();
    const { id, secret } = await active();
    await database.pool.query("update connections set clock_offset_ms = 3600000 where id = $1", [
      made.connectionId,
    ]);
    await receive({ hookId: id, signature: signed(secret, "{}", later(60)) });
    expect((await hearing())?.lastDeliveryAt).toBeInstanceOf(Date);
  });

  it("is never read: whatever its body says, one look at the feed is all it causes", async () => {
    await keep();
    const { id, secret } = await active();
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string({ unit: "binary" })), async (body) => {
        await receive({ hookId: id, signature: signed(secret, body), body: Buffer.from(body) });
        expect(await jobsWaiting()).toBe(1);
      }),
      { numRuns: 30 },
    );
    const known = await database.pool.query("select 1 from approvals where workspace_id = $1", [
      made.workspaceId,
    ]);
    expect(known.rowCount).toBe(0);
  });

  it("tries again only after a while what OpenTrain refused", async () => {
    await sandbox.fault(account.accountId, {
      match: { method: "POST", path: "/webhooks" },
      kind: "status",
      status: 409,
    });
    await keep();
    expect(await hearing()).toMatchObject({ way: "polling", problem: "rejected" });
    await sandbox.heal(account.accountId);
    await keep(later(1));
    expect(await upstream()).toEqual([]);
    await updateFeed(database.db, made.connectionId, { webhookTriedAt: null });
    await keep(later(2));
    expect(await upstream()).toHaveLength(1);
  });
});
