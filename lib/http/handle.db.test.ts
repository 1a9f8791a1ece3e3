import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { becomeOwner } from "@/lib/auth/become-owner";
import { findSession } from "@/lib/auth/find-session";
import { revokeSession } from "@/lib/services/people/revoke-session";
import { issueSetupLink } from "@/lib/services/setup/issue-link";
import { closePool } from "@/lib/store/pool";
import { useTestDatabase } from "@/lib/testing/database";
import { answerApprovals } from "./answers/approvals";
import { answerSummary } from "./answers/summary";
import { handle } from "./handle";
import { readBodyText } from "./read-body";

const database = useTestDatabase();
const secret = "a-secret-of-more-than-thirty-two-characters";
const token = "0".repeat(64);
const csrfCookie = `next-auth.csrf-token=${encodeURIComponent(
  `${token}|${createHash("sha256").update(`${token}${secret}`).digest("hex")}`,
)}`;
let session: string;

beforeAll(async () => {
  vi.stubEnv("DATABASE_URL", database.url);
  vi.stubEnv("AUTH_SECRET", secret);
  vi.stubEnv("APP_URL", "http://localhost:3000");
  const link = await issueSetupLink({ db: database.db, now: new Date(), kind: "first_owner" });
  const cookie = await becomeOwner({
    secret: link.secret,
    email: "owner@example.com",
    password: "green lamp over water",
    address: "127.0.0.1",
    userAgent: null,
  });
  session = cookie.split(";")[0] ?? "";
});
afterAll(closePool);

const list = handle({
  access: "session",
  takesQuery: true,
  run: ({ ctx, query }) => answerApprovals(ctx, query),
});
const summary = handle({ access: "session", run: ({ ctx }) => answerSummary(ctx) });
const change = handle({
  access: "session",
  body: z.strictObject({ text: z.string().max(10) }),
  status: 202,
  run: async ({ body }) => body,
});

const bare = handle({ access: "session", run: async () => undefined });

async function ask(
  route: (request: Request, context: { params: Promise<undefined> }) => Promise<Response>,
  options: { method?: string; query?: string; headers?: Record<string, string>; body?: BodyInit } = {},
) {
  const { method = "GET", query = "", headers = {}, body } = options;
  const request = new Request(`http://localhost:3000/api/x${query}`, {
    method,
    headers: { host: "localhost:3000", ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const response = await route(request, { params: Promise.resolve(undefined) });
  const text = await response.text();
  return { status: response.status, json: text === "" ? null : JSON.parse(text), headers: response.headers };
}

describe("with a session", () => {
  it("answers 401 without one, and with a token that leads nowhere", async () => {
    expect(await ask(summary)).toMatchObject({ status: 401, json: { code: "UNAUTHORIZED" } });
    const cookie = "next-auth.session-token=eyJhbGciOiJkaXIifQ..x.y.z";
    expect(await ask(summary, { headers: { cookie } })).toMatchObject({ status: 401 });
  });

  it("answers the person of the row, uncached", async () => {
    const { status, json, headers } = await ask(summary, { headers: { cookie: session } });
    expect(status).toBe(200);
    expect(json).toMatchObject({ connection: { state: "none", origin: null }, blocked: 0, coverage: null });
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("says that nothing is connected instead of an empty list", async () => {
    const { status, json } = await ask(list, { headers: { cookie: session } });
    expect(status).toBe(409);
    expect(json).toMatchObject({ code: "CONFLICT", details: { reason: "not_connected" } });
  });

  it("refuses parameters it does not know", async () => {
    const bad = await ask(summary, { query: "?x=1", headers: { cookie: session } });
    expect(bad).toMatchObject({ status: 400, json: { details: { field: "x" } } });
    const cut = await ask(list, { query: "?limit=0", headers: { cookie: session } });
    expect(cut).toMatchObject({ status: 400, json: { details: { field: "limit" } } });
  });
});

describe("a change", () => {
  const cookie = () => `${session}; ${csrfCookie}`;
  const sent = (headers: Record<string, string>, body: BodyInit = '{"text":"ok"}') =>
    ask(change, {
      method: "POST",
      body,
      headers: { cookie: cookie(), "x-csrf-token": token, "content-type": "application/json", ...headers },
    });

  it("needs the token, and an origin of ours where there is one", async () => {
    expect(await sent({})).toMatchObject({ status: 202, json: { text: "ok" } });
    expect(await sent({ origin: "http://localhost:3000" })).toMatchObject({ status: 202 });
    for (const origin of ["null", "http://localhost:4010", "https://evil.example"]) {
      expect(await sent({ origin })).toMatchObject({ status: 403, json: { details: { reason: "origin" } } });
    }
    for (const wrong of ["", "1".repeat(64)]) {
      expect(await sent({ "x-csrf-token": wrong })).toMatchObject({
        status: 403,
        json: { details: { reason: "csrf" } },
      });
    }
  });

  it("asks who it is before anything else", async () => {
    const headers = { "x-csrf-token": token, cookie: csrfCookie, origin: "https://evil.example" };
    expect(await ask(change, { method: "POST", body: "x", headers })).toMatchObject({ status: 401 });
  });

  it.each([
    ["a key twice", '{"text":"a","text":"b"}', 400, "text"],
    ["a wrong type", '{"text":1}', 400, "text"],
    ["too long a text", '{"text":"12345678901"}', 400, "text"],
    ["a stranger's key", '{"text":"a","more":1}', 400, "more"],
    ["NUL", '{"text":"\\u0000"}', 400, "text"],
    ["no JSON", "text=a", 400, ""],
    ["nothing", "", 400, ""],
    ["invalid UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]), 400, ""],
  ])("refuses %s by field", async (_what, body, status, field) => {
    expect(await sent({}, body)).toMatchObject({ status, json: { code: "BAD_REQUEST", details: { field } } });
  });

  it.each([
    ["content_type", { "content-type": "text/plain" }],
    ["content_type", { "content-type": "multipart/form-data; boundary=x" }],
    ["content_type", { "content-type": "application/json; charset=utf-16" }],
    ["content_encoding", { "content-encoding": "gzip" }],
  ])("refuses what is no plain JSON: %s %j", async (reason, headers) => {
    expect(await sent(headers)).toMatchObject({ status: 400, json: { details: { reason } } });
  });

  it.each(["application/json; charset=utf-8", "application/vnd.api+json", "APPLICATION/JSON"])(
    "takes %s",
    async (type) => expect(await sent({ "content-type": type })).toMatchObject({ status: 202 }),
  );

  it("gives a body its time and no more", async () => {
    const never = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([0x7b])) });
    const slow = new Request("http://localhost:3000/", {
      method: "POST",
      body: never,
      duplex: "half",
    } as RequestInit);
    await expect(readBodyText(slow, 100, 5)).rejects.toMatchObject({
      code: "BAD_REQUEST",
      reason: "too_slow",
    });
  });

  it("takes nothing where nothing is asked for", async () => {
    const headers = { cookie: cookie(), "x-csrf-token": token, "content-type": "application/json" };
    const post = (body: BodyInit) => ask(bare, { method: "POST", body, headers });
    for (const body of ["", "{}", " {} "]) expect((await post(body)).status).toBe(204);
    for (const body of ["[]", '{"a":1}', "x"]) expect((await post(body)).status).toBe(400);
    expect((await post(`{"a":"${"x".repeat(10_240)}"}`)).status).toBe(413);
  });

  it("refuses a megabyte", async () => {
    expect(await sent({}, "x".repeat(1024 * 1024))).toMatchObject({
      status: 413,
      json: { code: "PAYLOAD_TOO_LARGE" },
    });
  });
});

describe("a revoked session", () => {
  it("is nobody on its next request", async () => {
    const headers = { cookie: session };
    expect(await ask(summary, { headers })).toMatchObject({ status: 200 });
    const signedIn = await findSession(session);
    const sessionId = signedIn?.ctx.actor.kind === "person" ? signedIn.ctx.actor.sessionId : "";
    await revokeSession({ db: database.db, now: new Date(), sessionId, by: "sign_out" });
    expect(await ask(summary, { headers })).toMatchObject({ status: 401 });
  });
});
