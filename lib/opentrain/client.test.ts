import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ProcessBudget } from "./call-budget";
import { type ClientOptions, OpenTrainClient } from "./client";
import * as samples from "./samples";

const TOKEN = "ot_pat_pub_s3cr3ts3cr3ts3cr3t";
const ID = "<APPROVAL_ID>";
const NOW = Date.parse("2026-11-21T10:00:00.400Z");
type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let handle: Handler = () => {};
let origin = "";
let calls: { url: string | undefined; authorization: string | undefined }[] = [];

const server = createServer((request, response) => {
  calls.push({ url: request.url, authorization: request.headers.authorization });
  handle(request, response);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  calls = [];
});

const waits: number[] = [];
function client(over: Partial<ClientOptions> = {}) {
  waits.length = 0;
  return new OpenTrainClient({
    origin,
    token: TOKEN,
    fetch,
    now: () => NOW,
    budget: new ProcessBudget(),
    random: () => 0.5,
    sleep: async (ms) => {
      waits.push(ms);
    },
    ...over,
  });
}

function json(status: number, body: string, headers: Record<string, string> = {}): Handler {
  return (_, response) => {
    response.writeHead(status, {
      "Content-Type": "application/json; charset=utf-8",
      Date: new Date(NOW).toUTCString(),
      ...headers,
    });
    response.end(body);
  };
}
const refusal = (code: string, details: Record<string, unknown> = {}) =>
  JSON.stringify({ error: "no", code, requestId: "req_1", details });

describe("the reads", () => {
  const reads: [string, string, (client: OpenTrainClient) => Promise<{ ok: boolean }>][] = [
    ["/approvals/%3CAPPROVAL_ID%3E", samples.hireRequested, (c) => c.getApproval(ID)],
    ["/contracts/%3CCONTRACT_ID%3E", samples.contract, (c) => c.getContract("<CONTRACT_ID>")],
    ["/contracts?status=active", samples.contractInFull, (c) => c.listContracts({ status: "active" })],
    ["/contracts", samples.contractInFull, (c) => c.listContracts()],
    ["/credits", samples.credits, (c) => c.getCredits()],
    ["/proposals/prop_oak3", samples.proposal, (c) => c.getProposal("prop_oak3")],
    ["/jobs/mine?limit=100&cursor=a%26b", samples.jobs, (c) => c.listJobs({ cursor: "a&b" })],
    ["/updates?limit=200&cursor=317", samples.updates, (c) => c.getUpdates({ cursor: "317" })],
    ["/updates?limit=200", samples.updates, (c) => c.getUpdates({ cursor: null })],
    ["/auth/me", samples.me, (c) => c.getMe()],
    ["/team", samples.team, (c) => c.getOrganizationName()],
    ["/credits/ledger?limit=100&cursor=c%2F1", samples.ledger, (c) => c.listLedger({ cursor: "c/1" })],
    ["/credits/top-ups/top_1", samples.topUp, (c) => c.getTopUp("top_1")],
    ["/payments/pending", samples.payments, (c) => c.listPendingPayments()],
    ["/jobs/job_fern07/proposals?limit=100", samples.proposals, (c) => c.listProposals("job_fern07")],
    ["/tokens", samples.tokens, (c) => c.listTokens()],
    ["/job-drafts/capabilities", samples.capabilities, (c) => c.getCapabilities()],
    ["/webhooks", samples.webhooks, (c) => c.listWebhooks()],
    ["/webhooks/hook_1", samples.webhook, (c) => c.getWebhook("hook_1")],
  ];
  test.each(reads)("%s", async (path, body, read) => {
    handle = json(200, body);
    expect(await read(client())).toMatchObject({ ok: true, clockOffsetMs: 0 });
    expect(calls).toEqual([{ url: `/api/public/v1${path}`, authorization: `Bearer ${TOKEN}` }]);
  });

  test("an answer about another approval is none", async () => {
    handle = json(200, samples.hireRequested);
    expect(await client().getApproval("other")).toMatchObject({
      ok: false,
      failure: { kind: "garbled", why: "shape" },
    });
  });
  test("a feed that goes back is none", async () => {
    handle = json(200, samples.updates);
    expect(await client().getUpdates({ cursor: "322" })).toMatchObject({
      failure: { kind: "garbled", why: "shape" },
    });
    expect(await client().getUpdates({ cursor: "321" })).toMatchObject({ ok: true });
  });
  test.each(["{}", "[]", "null", "7", '{"approval":null}', '{"approval":{"status":"pending"}}'])(
    "%s has not the shape of an approval",
    async (body) => {
      handle = json(200, body);
      expect(await client().getApproval(ID)).toMatchObject({
        ok: false,
        failure: { kind: "garbled", why: "shape", status: 200 },
      });
    },
  );
});

describe("refused", () => {
  test.each([
    [401, refusal("UNAUTHORIZED"), "unauthorized"],
    [403, refusal("FORBIDDEN", { requiredScopes: ["payments:read"] }), "scope"],
    [403, refusal("FORBIDDEN", { featureKey: "public_api_credits" }), "feature_off"],
    [403, refusal("FORBIDDEN", { reason: "account_claim_required" }), "forbidden"],
    [404, refusal("NOT_FOUND", { resource: "approvals", approvalId: ID }), "not_found"],
    [400, refusal("BAD_REQUEST", { field: "limit" }), "rejected"],
    [409, refusal("CONFLICT"), "rejected"],
  ])("%i %s", async (status, body, why) => {
    handle = json(status, body);
    const { details, code } = JSON.parse(body) as { code: string; details: Record<string, unknown> };
    expect(await client().getApproval(ID)).toEqual({
      ok: false,
      failure: {
        kind: "refused",
        why,
        status,
        code,
        reason: details.reason ?? null,
        requiredScopes: details.requiredScopes ?? [],
        requestId: "req_1",
      },
      clockOffsetMs: 0,
    });
    expect(calls).toHaveLength(1);
  });

  test.each([401, 403, 404])("%i that is not OpenTrain’s own is no refusal", async (status) => {
    handle = (_, response) =>
      response.writeHead(status, { "Content-Type": "text/html" }).end("<h1>Portal</h1>");
    expect(await client().getApproval(ID)).toMatchObject({
      failure: { kind: "garbled", why: "not_json", status },
    });
    handle = json(status, '{"id":"x","status":"closed"}');
    expect(await client().getApproval(ID)).toMatchObject({
      failure: { kind: "garbled", why: "not_json", status },
    });
  });
});

describe("garbled", () => {
  test("a redirect is not followed", async () => {
    handle = (request, response) =>
      request.url?.startsWith("/stolen")
        ? json(200, samples.hireRequested)(request, response)
        : response.writeHead(302, { Location: `${origin}/stolen` }).end();
    expect(await client().getApproval(ID)).toMatchObject({
      failure: { kind: "garbled", why: "redirect", status: 302 },
    });
    expect(calls).toHaveLength(1);
  });
  test.each([
    ["text/html", samples.hireRequested],
    ["text/plain", samples.hireRequested],
    ["application/jsonp", samples.hireRequested],
  ])("%s is not JSON, whatever it says", async (type, body) => {
    handle = (_, response) => response.writeHead(200, { "Content-Type": type }).end(body);
    expect(await client().getApproval(ID)).toMatchObject({ failure: { kind: "garbled", why: "not_json" } });
  });
  test("half an answer", async () => {
    handle = json(200, samples.hireRequested.slice(0, 200));
    expect(await client().getApproval(ID)).toMatchObject({ failure: { kind: "garbled", why: "bad_json" } });
    expect(calls).toHaveLength(1);
  });
  test("bytes that are no text", async () => {
    handle = (_, response) =>
      response
        .writeHead(200, { "Content-Type": "application/json" })
        .end(Buffer.from(samples.hireRequested.replace("pending", "pend\xffng"), "latin1"));
    expect(await client().getApproval(ID)).toMatchObject({ failure: { kind: "garbled", why: "bad_json" } });
  });
  test("a body over the limit is not read to its end", async () => {
    let sent = 0;
    handle = (_, response) => {
      response.writeHead(200, { "Content-Type": "application/json" });
      const more = () => {
        while (!response.destroyed && sent < 64 * 1024 * 1024) {
          sent += 65_536;
          if (!response.write(Buffer.alloc(65_536, 32))) return response.once("drain", more);
        }
        return response.end();
      };
      more();
    };
    expect(await client({ maxBytes: 100_000 }).getApproval(ID)).toMatchObject({
      failure: { kind: "garbled", why: "too_large" },
    });
    expect(sent).toBeLessThan(32 * 1024 * 1024);
  });
  test("a small body that swells when it is unpacked", async () => {
    handle = (_, response) =>
      response
        .writeHead(200, { "Content-Type": "application/json", "Content-Encoding": "gzip" })
        .end(gzipSync(Buffer.alloc(4 * 1024 * 1024, 32)));
    expect(await client({ maxBytes: 100_000 }).getApproval(ID)).toMatchObject({
      failure: { kind: "garbled", why: "too_large" },
    });
  });
});

describe("unreachable", () => {
  test("too many calls, with how long to wait", async () => {
    handle = json(429, refusal("RATE_LIMITED"), { "Retry-After": "7" });
    expect(await client().getApproval(ID)).toEqual({
      ok: false,
      failure: {
        kind: "unreachable",
        why: "rate_limited",
        status: 429,
        retryAfterMs: 7000,
        requestId: "req_1",
      },
      clockOffsetMs: 0,
    });
    expect(calls).toHaveLength(1);
  });
  test.each([
    [{}, { retryAfterSeconds: 12 }, 12_000],
    [{ "Retry-After": "0" }, {}, 0],
    [{ "Retry-After": "999999999" }, {}, 3_600_000],
    [{ "Retry-After": "-5" }, {}, null],
    [{ "Retry-After": "soon" }, {}, null],
    [{ Date: "Sat, 21 Nov 2026 10:00:00 GMT", "Retry-After": "Sat, 21 Nov 2026 10:01:30 GMT" }, {}, 90_000],
  ])("wait as in %j %j", async (headers, details, retryAfterMs) => {
    handle = json(429, refusal("RATE_LIMITED", details), headers);
    expect(await client().getApproval(ID)).toMatchObject({ failure: { retryAfterMs } });
  });

  test("no answer in time, headers or body", async () => {
    handle = () => {};
    expect(await client({ timeoutMs: 40 }).getApproval(ID)).toEqual({
      ok: false,
      failure: { kind: "unreachable", why: "timeout", status: null, retryAfterMs: null, requestId: null },
      clockOffsetMs: null,
    });
    handle = (_, response) => {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.write("{");
    };
    expect(await client({ timeoutMs: 40 }).getApproval(ID)).toMatchObject({ failure: { why: "timeout" } });
  });

  test.each([502, 503, 504])("%i is tried again, twice at most", async (status) => {
    handle = json(status, refusal("INTERNAL_ERROR"));
    expect(await client().getApproval(ID)).toMatchObject({ failure: { why: "server_error", status } });
    expect(calls).toHaveLength(3);
    expect(waits).toEqual([250, 500]);
  });
  test("the second try counts", async () => {
    handle = (request, response) =>
      calls.length === 1 ? request.socket.destroy() : json(200, samples.hireRequested)(request, response);
    expect(await client().getApproval(ID)).toMatchObject({ ok: true });
    expect(calls).toHaveLength(2);
  });
  test("a connection that breaks inside the body is tried again", async () => {
    handle = (request, response) => {
      response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "5000" });
      response.write(samples.hireRequested.slice(0, 50), () => request.socket.destroy());
    };
    expect(await client().getApproval(ID)).toMatchObject({
      failure: { kind: "unreachable", why: "network" },
    });
    expect(calls).toHaveLength(3);
  });
  test.each([500, 501])("%i is not tried again", async (status) => {
    handle = json(status, refusal("INTERNAL_ERROR"));
    expect(await client().getApproval(ID)).toMatchObject({ failure: { why: "server_error", status } });
    expect(calls).toHaveLength(1);
  });
  test("nobody listens", async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    expect(await client({ origin: `http://127.0.0.1:${port}` }).getMe()).toMatchObject({
      failure: { kind: "unreachable", why: "network" },
    });
    expect(waits).toHaveLength(2);
  });
  test("a wait beyond the budget is not begun", async () => {
    handle = json(503, refusal("INTERNAL_ERROR"), { "Retry-After": "60" });
    expect(await client({ budgetMs: 5000 }).getApproval(ID)).toMatchObject({
      failure: { retryAfterMs: 60_000 },
    });
    expect(calls).toHaveLength(1);
    handle = json(503, refusal("INTERNAL_ERROR"));
    await client({ budgetMs: 200 }).getApproval(ID);
    expect(calls).toHaveLength(2);
    expect(waits).toEqual([]);
  });
});

describe("OpenTrain’s clock", () => {
  test("is not that of somebody's error page", async () => {
    const date = "Thu, 01 Jan 2009 00:00:00 GMT";
    handle = (_, response) => {
      response.writeHead(502, { "Content-Type": "text/html", Date: date }).end("<h1>Bad gateway</h1>");
    };
    expect(await client().getApproval(ID)).toMatchObject({ ok: false, clockOffsetMs: null });
    handle = json(503, refusal("INTERNAL_ERROR"), { Date: date });
    expect((await client().getApproval(ID)).clockOffsetMs).toBeLessThan(0);
  });
  const date = (iso: string) => ({ Date: new Date(iso).toUTCString() });
  let time = 0;
  const now = () => time;
  beforeEach(() => {
    time = NOW;
  });

  test("is ours while the header does not say otherwise", async () => {
    handle = json(200, samples.hireRequested, date("2026-11-21T10:00:00Z"));
    expect(await client({ now }).getApproval(ID)).toMatchObject({ clockOffsetMs: 0 });
  });
  test("is hours away, and does not jitter", async () => {
    handle = json(200, samples.hireRequested, date("2026-11-24T10:00:00Z"));
    const steady = client({ now });
    const first = await steady.getApproval(ID);
    expect(first.clockOffsetMs).toBe(72 * 3_600_000 - 400 + 500);
    time += 300;
    expect(await steady.getApproval(ID)).toMatchObject({ clockOffsetMs: first.clockOffsetMs });
    const known = 72 * 3_600_000;
    expect(await client({ now, clockOffsetMs: known }).getApproval(ID)).toMatchObject({
      clockOffsetMs: known,
    });
  });
  test("comes with a refusal too, and is unknown without a date", async () => {
    handle = json(404, refusal("NOT_FOUND"), date("2026-11-21T11:00:00Z"));
    expect((await client({ now }).getApproval(ID)).clockOffsetMs).toBe(3_600_100);
    handle = (_, response) => {
      response.sendDate = false;
      response.writeHead(200, { "Content-Type": "application/json" }).end(samples.hireRequested);
    };
    expect((await client({ now }).getApproval(ID)).clockOffsetMs).toBeNull();
  });
});

describe("the token", () => {
  test("is in nothing that can be printed", async () => {
    const secretive = client();
    const failing = client({
      fetch: () => Promise.reject(new Error(`invalid header value: Bearer ${TOKEN}`)),
    });
    const failure = await failing.getMe();
    const printed = [
      String(secretive),
      JSON.stringify(secretive),
      inspect(secretive, { depth: 9, showHidden: true }),
      inspect({ client: secretive }, { depth: 9, customInspect: false, showHidden: true }),
      JSON.stringify(Object.entries(secretive)),
      inspect(failure, { depth: 9 }),
    ];
    expect(printed.join("\n")).not.toContain(TOKEN);
    expect(failure).toMatchObject({ failure: { kind: "unreachable", why: "network" } });
  });
  test("is in no failure, even when the answer repeats it", async () => {
    handle = json(403, refusal("FORBIDDEN", { reason: TOKEN, requiredScopes: [TOKEN] }));
    expect(JSON.stringify(await client().getMe())).not.toContain(TOKEN);
  });
  test("that could not be sent is refused without being quoted", () => {
    expect(() => client({ token: `${TOKEN}\n` })).toThrow(/^the token holds characters no token has$/);
  });
  test.each(["..", ".", "", "\ud800"])("an id that would leave its place (%j) asks nothing", async (id) => {
    expect(await client().getApproval(id)).toMatchObject({ ok: false, failure: { kind: "garbled" } });
    expect(calls).toEqual([]);
  });
  test.each([
    ["//evil.example/x", "%2F%2Fevil.example%2Fx"],
    ["../../../auth/me", "..%2F..%2F..%2Fauth%2Fme"],
    ["https://evil.example", "https%3A%2F%2Fevil.example"],
    ["a?b#c", "a%3Fb%23c"],
    ["a\\b@evil.example", "a%5Cb%40evil.example"],
  ])("the id %s stays one segment of the one origin", async (id, segment) => {
    handle = json(404, refusal("NOT_FOUND"));
    await client().getApproval(id);
    expect(calls.map(({ url }) => url)).toEqual([`/api/public/v1/approvals/${segment}`]);
  });
  test("an origin keeps no path and must be a web address", () => {
    expect(client({ origin: "https://app.opentrain.ai/evil/?x" }).origin).toBe("https://app.opentrain.ai");
    expect(() => client({ origin: "file:///etc" })).toThrow(/http/);
  });
});
