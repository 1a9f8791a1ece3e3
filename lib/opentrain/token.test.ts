import { inspect } from "node:util";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { closedOrigin, type LoopbackHandler, serveLoopback } from "@/lib/testing/loopback";
import { ProcessBudget } from "./call-budget";
import { type ClientOptions, OpenTrainClient } from "./client";
import * as samples from "./samples";
import { Transport } from "./transport";

// Of no shape that a pattern would find: it must be hidden because it is the token, not because it looks so.
const TOKEN = "kX4vq9-ZtB7wLm2_Ne8.Rc5";
const ID = "<APPROVAL_ID>";
const loopback = serveLoopback();
const elsewhere = serveLoopback();

const options = (over: Partial<ClientOptions> = {}): ClientOptions => ({
  origin: loopback.origin,
  token: TOKEN,
  fetch,
  now: Date.now,
  budget: new ProcessBudget(),
  sleep: async () => {},
  ...over,
});
const client = (over: Partial<ClientOptions> = {}) => new OpenTrainClient(options(over));
const json =
  (status: number, body: string): LoopbackHandler =>
  (_, response) =>
    response.writeHead(status, { "Content-Type": "application/json" }).end(body);
beforeEach(() => {
  loopback.handle = json(200, samples.hireRequested);
  elsewhere.handle = json(200, samples.hireRequested);
});

/** Every way we know of to make text of something. */
function printed(value: unknown): string {
  return [
    String(value),
    `${value}`,
    JSON.stringify(value),
    JSON.stringify(Object.getOwnPropertyDescriptors(value)),
    inspect(value, { depth: 9, showHidden: true, getters: true }),
    inspect(value, { depth: 9, showHidden: true, customInspect: false }),
    inspect({ inner: [value] }, { depth: 9, showHidden: true }),
    ...Reflect.ownKeys(Object(value)).map((key) => inspect(Reflect.get(Object(value), key))),
    value instanceof Error ? `${value.stack} ${inspect(value.cause)}` : "",
  ].join("\n");
}

describe("the token is shown by", () => {
  test("neither the client nor its transport", () => {
    expect(printed(client())).not.toContain(TOKEN);
    expect(printed(new Transport(options()))).not.toContain(TOKEN);
    expect(() => structuredClone(client())).not.toThrow();
    expect(printed(structuredClone(client()))).not.toContain(TOKEN);
  });
  test("no log line, even of the client itself", async () => {
    const lines: unknown[] = [];
    const written = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, "write").mockImplementation((line) => lines.push(line) > 0),
    );
    loopback.handle = json(401, '{"error":"no","code":"UNAUTHORIZED","requestId":"r"}');
    log.error({ client: client(), answer: await client().getMe(), token: TOKEN }, "tried");
    for (const one of written) one.mockRestore();
    expect(lines.join("")).toContain("tried");
    expect(lines.join("")).not.toContain(TOKEN);
  });
  test.each<[string, typeof fetch]>([
    ["quotes the header", () => Promise.reject(new TypeError(`invalid header: Bearer ${TOKEN}`))],
    [
      "has it in its cause",
      () => Promise.reject(new TypeError("failed", { cause: new Error(`Bearer ${TOKEN}`) })),
    ],
    ["is no error", () => Promise.reject(`Bearer ${TOKEN}`)],
  ])("no failure, when what went wrong %s", async (_, failing) => {
    const read = await client({ fetch: failing }).getMe();
    const made = await client({ fetch: failing }).createWebhook({ url: "https://x.example", eventTypes: [] });
    expect(read).toMatchObject({ failure: { kind: "unreachable", why: "network" } });
    expect(printed(read) + printed(made)).not.toContain(TOKEN);
  });
  test("no refusal that repeats it, wherever", async () => {
    loopback.handle = json(
      403,
      JSON.stringify({
        error: TOKEN,
        code: TOKEN,
        requestId: `req ${TOKEN}`,
        details: { reason: `Bearer ${TOKEN}`, requiredScopes: [TOKEN], featureKey: TOKEN },
      }),
    );
    const answer = await client().getMe();
    expect(answer).toMatchObject({ ok: false, failure: { kind: "refused", requestId: "req [secret]" } });
    expect(printed(answer)).not.toContain(TOKEN);
  });
  test("no answer that repeats it, in a value or a name", async () => {
    const result = JSON.stringify({ [TOKEN]: [`see ${TOKEN}`] });
    loopback.handle = json(
      200,
      samples.hireRequested.replace("proposal_hire", TOKEN).replace('"result": null', `"result": ${result}`),
    );
    const answer = await client().getApproval(ID);
    expect(answer).toMatchObject({ ok: true, value: { type: "[secret]" } });
    expect(printed(answer)).not.toContain(TOKEN);
  });
  test.each(["\n", "\r\nX-Evil: 1", " spaced", "é", "\u0000", ""])(
    "no complaint about one that could not be sent (%j)",
    (tail) => {
      const token = tail === "" ? "" : `${TOKEN}${tail}`;
      expect.assertions(2);
      try {
        client({ token });
      } catch (error) {
        expect(error).toMatchObject({ message: "the token holds characters no token has" });
        expect(printed(error)).not.toContain(TOKEN);
      }
    },
  );
});

describe("the token goes", () => {
  test("to its origin, in its header, and nowhere else of the request", async () => {
    await client().getApproval(ID);
    const [call] = loopback.calls;
    const { authorization, ...others } = call?.headers ?? {};
    expect(authorization).toBe(`Bearer ${TOKEN}`);
    expect(JSON.stringify([call?.url, call?.body, others])).not.toContain(TOKEN);
  });
  test.each([301, 302, 303, 307, 308])("not where a %i points, for a read or a write", async (status) => {
    loopback.handle = (_, response) =>
      response.writeHead(status, { Location: `${elsewhere.origin}/api/public/v1/auth/me` }).end();
    const one = client();
    const hook = { url: "https://x.example", eventTypes: ["approval.confirmed"] };
    for (const answer of [await one.getMe(), await one.createWebhook(hook), await one.deleteWebhook("h")]) {
      expect(answer).toMatchObject({ ok: false, failure: { kind: "garbled", why: "redirect", status } });
    }
    expect(loopback.calls).toHaveLength(3);
    expect(elsewhere.calls).toEqual([]);
  });
  test("not where a page refreshes to, nor where a header says the service moved", async () => {
    loopback.handle = (_, response) =>
      response
        .writeHead(200, {
          "Content-Type": "application/json",
          Refresh: `0; url=${elsewhere.origin}`,
          "Alt-Svc": `h2="${elsewhere.origin.slice(7)}"`,
          "Content-Location": elsewhere.origin,
        })
        .end(samples.hireRequested);
    const one = client();
    expect(await one.getApproval(ID)).toMatchObject({ ok: true });
    expect(await one.getApproval(ID)).toMatchObject({ ok: true });
    expect([loopback.calls.length, elsewhere.calls.length]).toEqual([2, 0]);
  });
  test.each([
    "//%s/x",
    "http://%s",
    "@%s",
    "\\\\%s",
    "a\r\nHost: %s",
    "a HTTP/1.1\r\nHost: %s\r\n\r\nGET /",
    "../../../../%s",
  ])("not where an id points (%s)", async (pattern) => {
    const id = pattern.replace("%s", new URL(elsewhere.origin).host);
    loopback.handle = json(404, '{"error":"no","code":"NOT_FOUND","requestId":"r"}');
    await client().getApproval(id);
    await client().listProposals(id, { cursor: id, status: id });
    await client().deleteWebhook(id);
    expect(elsewhere.calls).toEqual([]);
    for (const call of loopback.calls) {
      expect(call.url).toMatch(/^\/api\/public\/v1\/(approvals|jobs)\/[^/?#\s]+(\/proposals\?.*)?$/);
      expect(call.headers.host).toBe(new URL(loopback.origin).host);
    }
    expect(loopback.calls).toHaveLength(2);
  });
  test("over no other scheme, and with no name or password in the address", () => {
    for (const origin of ["ftp://x.example", "file:///etc", "javascript:1", "data:,x"]) {
      expect(() => client({ origin })).toThrow(/^the origin must be http or https$/);
    }
    expect(client({ origin: "https://user:pass@app.opentrain.ai" }).origin).toBe("https://app.opentrain.ai");
  });
  test("nowhere when nobody listens, and the failure does not say where it would have gone", async () => {
    const answer = await client({ origin: await closedOrigin() }).getMe();
    expect(answer).toMatchObject({ failure: { why: "network" } });
    expect(printed(answer)).not.toContain(TOKEN);
  });
});
