import { createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeSandbox, sandboxApp } from "../app";
import { openStore, type Store } from "../state/store";
import { startDeliveries } from "./start";

type Received = { headers: IncomingHttpHeaders; body: string; path: string };
type Answer = number | "redirect" | "never";
type Delivery = {
  id: string;
  eventType: string;
  state: string;
  attempts: { at: string; status: number }[];
  nextAttemptAt: string | null;
};
type Truth = { deliveries: Delivery[]; webhooks: { status: string; disabledReason: string | null }[] };

const MINUTE = 60_000;

let dir: string;
let store: Store;
let app: ReturnType<typeof sandboxApp>;
let deliveries: ReturnType<typeof startDeliveries>;
let receiver: Server;
let received: Received[];
let answer: (count: number) => Answer;
let account: { accountId: string; tokens: { owner: string; agent: string }; ids: { proposals: string[] } };

async function start(): Promise<void> {
  store = await openStore({ dir });
  app = sandboxApp(makeSandbox({ store, origin: () => "http://localhost", log: () => undefined }));
  deliveries = startDeliveries({ store, log: () => undefined, answerWithinMs: 300 });
}

async function stop(): Promise<void> {
  await deliveries.stop();
  await store.close();
}

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "deliveries-"));
  received = [];
  answer = () => 200;
  receiver = createServer(async (request, response) => {
    const bytes: Buffer[] = [];
    for await (const chunk of request) bytes.push(chunk as Buffer);
    const reply = answer(received.length);
    received.push({
      headers: request.headers,
      body: Buffer.concat(bytes).toString("utf8"),
      path: request.url ?? "",
    });
    if (reply === "never") return;
    if (reply === "redirect") response.writeHead(307, { location: "/elsewhere" }).end();
    else response.writeHead(reply).end();
  });
  receiver.listen(0, "127.0.0.1");
  await once(receiver, "listening");
  await start();
  account = await door("POST", "/accounts", {});
});
afterEach(async () => {
  await stop();
  receiver.closeAllConnections();
  receiver.close();
  await rm(dir, { recursive: true, force: true });
});

async function door<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await app.request(`http://localhost/_sandbox${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return (await response.json()) as T;
}

async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await app.request(`http://localhost/api/public/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${account.tokens.owner}` },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return (await response.json()) as T;
}

const subscribe = (eventTypes = ["approval.confirmed"]) => {
  const { port } = receiver.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/hook`;
  return call<{ webhook: { id: string }; secret: string }>("POST", "/webhooks", { url, eventTypes });
};

/** Asks for a hire and declines it: one approval.confirmed each time. */
async function decline(times = 1): Promise<string[]> {
  const ids: string[] = [];
  for (let done = 0; done < times; done++) {
    const milestone = { name: `Batch ${done}`, amount: 10 };
    type Asked = { approval: { id: string } };
    const { approval } = await call<Asked>("POST", `/proposals/${account.ids.proposals[0]}/hire`, {
      milestone,
    });
    await door("POST", `/approvals/${approval.id}/decline`, {});
    ids.push(approval.id);
  }
  return ids;
}

const advance = (ms: number) =>
  door("POST", "/clock", { accountId: account.accountId, advanceMs: Math.round(ms) });
const truth = () => door<Truth>("GET", `/truth?accountId=${account.accountId}`);

/** However busy the machine is. */
const SOON = { interval: 3, timeout: 20_000 };
const LONG = { timeout: 30_000 };

const attempts = (each: number[]) =>
  vi.waitFor(async () => {
    expect((await truth()).deliveries.map((one) => one.attempts.length)).toEqual(each);
  }, SOON);

test("one event, all headers, signed over the very bytes, by the account's clock", LONG, async () => {
  await advance(40 * 24 * 60 * MINUTE);
  const { secret } = await subscribe(["approval.confirmed", "contract.created"]);
  const [approvalId] = await decline();
  await attempts([1]);
  const [{ headers, body }] = received as [Received];
  const event = JSON.parse(body) as { id: string; createdAt: string };
  expect(event).toMatchObject({
    type: "approval.confirmed",
    apiVersion: "v1",
    resourceId: approvalId,
    data: { approvalId, status: "declined" },
  });
  const [{ id }] = (await truth()).deliveries as [Delivery];
  expect(headers).toMatchObject({
    "content-type": "application/json",
    "user-agent": "OpenTrain-Webhooks/1.0",
    "x-opentrain-event": "approval.confirmed",
    "x-opentrain-delivery": id,
  });
  const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers["x-opentrain-signature"])) ?? [];
  expect(v1).toBe(createHmac("sha256", secret).update(`${t}.${body}`).digest("hex"));
  expect(Math.abs(Number(t) * 1000 - Date.parse(event.createdAt))).toBeLessThan(10_000);
});

test("only what is new and wanted is sent, each event once", LONG, async () => {
  await decline();
  await subscribe(["approval.confirmed"]);
  const second = await subscribe(["contract.created"]);
  const ids = await decline(2);
  await attempts([1, 1]);
  expect(received.map(({ body }) => (JSON.parse(body) as { resourceId: string }).resourceId)).toEqual(ids);
  const other = await door<typeof account>("POST", "/accounts", {});
  expect(other.accountId).not.toBe(account.accountId);
  await call("DELETE", `/webhooks/${second.webhook.id}`);
  await decline();
  await attempts([1, 1, 1]);
});

test(
  "five attempts, after 1, 5, 30 and 120 minutes of the account's time, each signed anew",
  LONG,
  async () => {
    answer = (count) => [500, 404, "redirect", "never", 503][count] as Answer;
    await subscribe();
    await decline();
    await attempts([1]);
    let made = 1;
    for (const minutes of [1, 5, 30, 120]) {
      const [{ nextAttemptAt, attempts: before }] = (await truth()).deliveries as [Delivery];
      expect(Date.parse(nextAttemptAt ?? "") - Date.parse(before.at(-1)?.at ?? "")).toBe(minutes * MINUTE);
      await advance(minutes * MINUTE - 20_000);
      expect((await truth()).deliveries[0]?.attempts).toHaveLength(made);
      await advance(20_000);
      made += 1;
      await attempts([made]);
    }
    const [delivery] = (await truth()).deliveries;
    expect(delivery).toMatchObject({ state: "failed", nextAttemptAt: null });
    expect(delivery?.attempts.map(({ status }) => status)).toEqual([500, 404, 307, 0, 503]);
    expect(received.map(({ path }) => path)).toEqual(Array(5).fill("/hook"));
    expect(new Set(received.map(({ headers }) => headers["x-opentrain-delivery"])).size).toBe(1);
    expect(new Set(received.map(({ headers }) => headers["x-opentrain-signature"])).size).toBe(5);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    await advance(24 * 60 * MINUTE);
    expect((await truth()).deliveries[0]?.attempts).toHaveLength(5);
  },
);

test("ten failed deliveries in a row disable it for good, nine and a success do not", LONG, async () => {
  answer = () => 500;
  const { webhook } = await subscribe();
  const exhaust = async (count: number, beside = 0) => {
    for (let tries = 2; tries <= 5; tries++) {
      await advance(120 * MINUTE);
      await vi.waitFor(async () => {
        const open = (await truth()).deliveries.slice(-count - beside).slice(0, count);
        expect(open.every((one) => one.attempts.length >= tries)).toBe(true);
      }, SOON);
    }
  };
  await decline(9);
  await attempts(Array(9).fill(1));
  await exhaust(9);
  answer = () => 204;
  await decline();
  await attempts([...Array(9).fill(5), 1]);
  expect((await truth()).webhooks[0]?.status).toBe("ACTIVE");

  answer = () => 500;
  await decline(11);
  await attempts([...Array(9).fill(5), 1, ...Array(11).fill(1)]);
  await exhaust(10, 1);
  const after = await call<{ webhook: object }>("GET", `/webhooks/${webhook.id}`);
  expect(after.webhook).toMatchObject({
    status: "DISABLED",
    disabledAt: expect.any(String),
    disabledReason: "Disabled after 10 failed deliveries in a row.",
  });
  const last = (await truth()).deliveries.at(-1);
  expect([last?.state, last?.nextAttemptAt]).toEqual(["failed", null]);
  expect(last?.attempts.length).toBeLessThan(5);
  const heard = received.length;
  await decline();
  await advance(24 * 60 * MINUTE);
  expect((await truth()).deliveries.every(({ state }) => state !== "waiting")).toBe(true);
  expect(received).toHaveLength(heard);
});

test("deleting stops what is under way and what still waits, at once", LONG, async () => {
  answer = () => "never";
  await deliveries.stop();
  deliveries = startDeliveries({ store, log: () => undefined, answerWithinMs: 60_000 });
  const { webhook } = await subscribe();
  const closed = new Promise((resolve) => {
    receiver.once("request", (request) => request.socket.once("close", resolve));
  });
  await decline(3);
  await vi.waitFor(() => expect(received).toHaveLength(1), SOON);
  await call("DELETE", `/webhooks/${webhook.id}`);
  await closed;
  expect((await truth()).deliveries).toEqual([]);
  await advance(24 * 60 * MINUTE);
  await deliveries.stop();
  expect(received).toHaveLength(1);
});

test(
  "what waits for its next attempt is still there after a restart, under the same delivery id",
  LONG,
  async () => {
    answer = (count) => (count === 0 ? 500 : 200);
    await subscribe();
    await decline();
    await attempts([1]);
    await stop();
    await start();
    expect((await truth()).deliveries[0]?.attempts).toHaveLength(1);
    await advance(MINUTE);
    await attempts([2]);
    const [first, second] = received.map(({ headers }) => headers["x-opentrain-delivery"]);
    expect(second).toBe(first);
    expect((await truth()).deliveries[0]?.state).toBe("delivered");
  },
);

test("events that came while nobody was sending go out after the restart", LONG, async () => {
  await subscribe();
  await deliveries.stop();
  const ids = await decline(2);
  await store.close();
  await start();
  await attempts([1, 1]);
  expect(received.map(({ body }) => (JSON.parse(body) as { resourceId: string }).resourceId)).toEqual(ids);
});
