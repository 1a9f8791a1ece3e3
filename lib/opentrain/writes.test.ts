import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { closedOrigin, type LoopbackHandler, serveLoopback } from "@/lib/testing/loopback";
import { ProcessBudget } from "./call-budget";
import { type ClientOptions, OpenTrainClient } from "./client";
import { type Call, ROUTES } from "./routes";
import * as samples from "./samples";
import { Transport } from "./transport";

const TOKEN = "ot_pat_pub_s3cr3ts3cr3ts3cr3t";
const HOOK = { url: "https://inbox.example/api/webhooks/opentrain/h1", eventTypes: ["approval.confirmed"] };
const loopback = serveLoopback();

const options = (over: Partial<ClientOptions> = {}): ClientOptions => ({
  origin: loopback.origin,
  token: TOKEN,
  fetch,
  now: Date.now,
  budget: new ProcessBudget(),
  random: () => 0.5,
  sleep: async () => {},
  ...over,
});
const client = (over: Partial<ClientOptions> = {}) => new OpenTrainClient(options(over));
const json =
  (status: number, body: string): LoopbackHandler =>
  (_, response) =>
    response.writeHead(status, { "Content-Type": "application/json" }).end(body);
const no = (code: string) => `{"error":"no","code":"${code}","requestId":"req_1"}`;
/** The tries themselves: one that is cut off early may never have reached the server. */
function countingFetch() {
  let count = 0;
  const counting: typeof fetch = (...given) => {
    count += 1;
    return fetch(...given);
  };
  return { fetch: counting, tries: () => count };
}
const drop: LoopbackHandler = (request) => request.socket.destroy();

describe("a webhook", () => {
  test.each([200, 201])(
    "is made (%i), and its secret shows itself to nobody who prints it",
    async (status) => {
      loopback.handle = json(status, samples.webhookCreated);
      const made = await client().createWebhook(HOOK);
      expect(made).toMatchObject({
        ok: true,
        value: { webhook: { id: "hook_1", url: HOOK.url, status: "ACTIVE" } },
      });
      expect(loopback.calls).toMatchObject([
        { method: "POST", url: "/api/public/v1/webhooks", body: JSON.stringify(HOOK) },
      ]);
      expect(loopback.calls[0]?.headers).toMatchObject({
        "content-type": "application/json",
        authorization: `Bearer ${TOKEN}`,
      });
      const secret = made.ok ? made.value.secret : null;
      expect(secret?.reveal()).toBe("whsec_exampleOnly_2f9c");
      const printed = [`${secret}`, JSON.stringify(made), inspect(made, { depth: 9, showHidden: true })];
      printed.push(inspect(secret, { customInspect: false, showHidden: true }));
      expect(printed.join()).not.toContain("exampleOnly");
    },
  );

  test("is taken away", async () => {
    loopback.handle = json(200, samples.webhookDeleted);
    expect(await client().deleteWebhook("hook_1")).toMatchObject({ ok: true, value: { id: "hook_1" } });
    expect(loopback.calls).toMatchObject([
      { method: "DELETE", url: "/api/public/v1/webhooks/hook_1", body: "" },
    ]);
    expect(await client().deleteWebhook("hook_2")).toMatchObject({
      ok: false,
      failure: { kind: "garbled", why: "shape" },
    });
  });

  test.each(["../tokens/tok_1", "a/b", "a\\b", "a%2Fb", "a?b", "", ".."])(
    "called %j is not asked to be taken away",
    async (id) => {
      expect(await client().deleteWebhook(id)).toMatchObject({ ok: false, mayHaveRun: false });
      expect(loopback.calls).toEqual([]);
    },
  );
});

describe("making one is asked once", () => {
  test.each<[string, LoopbackHandler, boolean]>([
    ["when the connection breaks", drop, true],
    ["when OpenTrain stumbles", json(503, no("INTERNAL_ERROR")), true],
    ["when a proxy stumbles", (_, response) => response.writeHead(502).end("<h1>Bad gateway</h1>"), true],
    ["when it is sent elsewhere", (_, response) => response.writeHead(307, { Location: "/x" }).end(), true],
    ["when its answer is cut short", json(201, samples.webhookCreated.slice(0, 90)), true],
    ["when its answer has no secret", json(201, samples.webhook), true],
    ["when its answer is about another", json(201, samples.webhookCreated.replace("/h1", "/h2")), true],
    ["when it is refused", json(409, no("CONFLICT")), false],
    ["when there were too many calls", json(429, no("RATE_LIMITED")), false],
  ])("%s", async (_, handle, mayHaveRun) => {
    loopback.handle = handle;
    expect(await client().createWebhook(HOOK)).toMatchObject({ ok: false, mayHaveRun });
    expect(loopback.calls).toHaveLength(1);
  });
  test("when no answer comes in time", async () => {
    loopback.handle = () => {};
    const { fetch: counting, tries } = countingFetch();
    expect(await client({ timeoutMs: 30, fetch: counting }).createWebhook(HOOK)).toMatchObject({
      failure: { why: "timeout" },
      mayHaveRun: true,
    });
    expect(tries()).toBe(1);
  });
  test("and again only when nobody was reached", async () => {
    const { fetch: counting, tries } = countingFetch();
    const origin = await closedOrigin();
    expect(await client({ origin, fetch: counting }).createWebhook(HOOK)).toMatchObject({
      failure: { why: "network" },
      mayHaveRun: false,
    });
    expect(tries()).toBe(3);
  });
});

test("taking one away is asked again", async () => {
  loopback.handle = (request, response) =>
    loopback.calls.length < 3
      ? drop(request, response)
      : json(200, samples.webhookDeleted)(request, response);
  expect(await client().deleteWebhook("hook_1")).toMatchObject({ ok: true });
  expect(loopback.calls).toHaveLength(3);
});

describe("what moves money", () => {
  // Every documented call that writes, and our reads with a method that would.
  const others = [
    "POST proposals/*/hire",
    "POST milestones/*/fund",
    "POST milestones/*/approve",
    "POST contracts/*/end",
    "POST contracts/*/milestones",
    "POST credits/top-ups",
    "POST tokens",
    "DELETE tokens/*",
    "POST webhooks/*",
    "PUT webhooks/*",
    "DELETE webhooks",
    "POST job-drafts",
    "PATCH job-drafts/*",
    "POST jobs/*/publish",
    "POST jobs/*/close",
    "POST jobs/*/invites",
    "PATCH jobs/*",
    "POST proposals/*/conversation",
    "POST messages",
    "POST team/invites",
    "GET messages",
    "GET approvals",
    "get approvals/*",
    "GET approvals/*/confirm",
    ...ROUTES.filter((route) => route.startsWith("GET") && route !== "GET webhooks").map((route) =>
      route.replace("GET", "POST"),
    ),
  ];
  test.each(others)("%s leaves by no way", async (route) => {
    const call = { route, id: "x", body: {} } as unknown as Call;
    const transport = new Transport(options());
    const read = (answer: unknown) => answer;
    await expect(transport.read(call, read)).rejects.toThrow(/^this client does not make that call$/);
    await expect(transport.write(call, read)).rejects.toThrow(/^this client does not make that call$/);
    expect(loopback.calls).toEqual([]);
  });
  test("has no method", () => {
    const methods = Object.getOwnPropertyNames(OpenTrainClient.prototype);
    expect(methods.filter((name) => !/^(get|list)[A-Z]/.test(name)).toSorted()).toEqual([
      "constructor",
      "createWebhook",
      "deleteWebhook",
      "origin",
    ]);
    expect(ROUTES.filter((route) => !route.startsWith("GET "))).toEqual([
      "POST webhooks",
      "DELETE webhooks/*",
    ]);
  });
});
