import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenSandbox, openSandbox } from "../testing/open-sandbox";
import { EVENT_TYPES } from "./event-types";

let sandbox: OpenSandbox;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

type Webhook = { id: string; url: string; eventTypes: string[]; status: string; createdAt: string };
type Answer = {
  webhook: Webhook;
  webhooks: Webhook[];
  secret: string;
  deleted: boolean;
  code: string;
  details: { field?: string; requiredScopes?: string[]; featureKey?: string; limit?: number };
};

const URL_HERE = "http://localhost:9/hook";
const WANTED = { url: URL_HERE, eventTypes: ["approval.confirmed"] };

async function call(token: string, method: string, path: string, body?: unknown) {
  const { status, text } = await sandbox.call(token, method, path, body);
  return { status, text, body: JSON.parse(text) as Answer };
}

test("a subscription is made, listed without its secret, read and deleted", async () => {
  const { tokens } = await sandbox.account();
  const made = await call(tokens.owner, "POST", "/webhooks", {
    url: URL_HERE,
    eventTypes: ["approval.confirmed", "contract.created", "approval.confirmed"],
  });
  expect(made.status).toBe(201);
  expect(made.body.secret).toMatch(/^whsec_\w{32}$/);
  const { webhook } = made.body;
  expect(webhook).toEqual({
    id: webhook.id,
    url: URL_HERE,
    eventTypes: ["approval.confirmed", "contract.created"],
    status: "ACTIVE",
    createdAt: webhook.createdAt,
    disabledAt: null,
    disabledReason: null,
  });
  const second = (await call(tokens.owner, "POST", "/webhooks", WANTED)).body.webhook;
  const list = await call(tokens.agent, "GET", "/webhooks");
  expect(list.body.webhooks).toEqual([second, webhook]);
  expect(list.text).not.toContain("whsec_");
  expect((await call(tokens.owner, "GET", `/webhooks/${webhook.id}`)).body).toEqual({ webhook });
  const gone = await call(tokens.owner, "DELETE", `/webhooks/${webhook.id}`);
  expect([gone.status, gone.body]).toEqual([200, { webhook, deleted: true }]);
  const missing = await call(tokens.owner, "GET", `/webhooks/${webhook.id}`);
  expect([missing.status, missing.body.details]).toEqual([
    404,
    { resource: "webhooks", webhookId: webhook.id },
  ]);
});

test("scope, flag, then the body, then the read scope of each type; a claim is not needed", async () => {
  const scopes = { agent: ["webhooks:manage", "proposals:write"], member: ["payments:read"] };
  const { tokens } = await sandbox.account({ claimed: false, scopes });
  const post = (token: string, body: unknown = WANTED) => call(token, "POST", "/webhooks", body);
  expect((await post(tokens.member, {})).body.details.requiredScopes).toEqual(["webhooks:manage"]);
  expect((await post(tokens.agent, {})).body.details.field).toBe("url");
  const types = ["proposal.received", "message.received", "payment.pending"];
  const refused = await post(tokens.agent, { ...WANTED, eventTypes: types });
  expect([refused.status, refused.body.details.requiredScopes]).toEqual([
    403,
    ["messages:read", "payments:read"],
  ]);
  expect((await post(tokens.agent, { ...WANTED, eventTypes: ["proposal.received"] })).status).toBe(201);
  expect((await post(tokens.owner)).status).toBe(201);

  const off = await sandbox.account({ flags: { webhooks: false } });
  for (const [method, path] of [
    ["POST", "/webhooks"],
    ["GET", "/webhooks"],
    ["GET", "/webhooks/x"],
    ["DELETE", "/webhooks/x"],
  ] as const) {
    const heard = await call(off.tokens.owner, method, path);
    expect([heard.status, heard.body.details.featureKey]).toEqual([403, "public_api_webhooks"]);
  }
});

test("addresses are https, or http on this machine, and never another machine's", async () => {
  const { tokens } = await sandbox.account();
  const post = async (url: unknown) => {
    const heard = await call(tokens.owner, "POST", "/webhooks", { url, eventTypes: EVENT_TYPES });
    return heard.status === 201 ? 201 : [heard.status, heard.body.code, heard.body.details.field];
  };
  const longest = `https://localhost/${"x".repeat(2048 - "https://localhost/".length)}`;
  for (const url of ["http://127.0.0.1:9/a?b=c", "https://localhost:9/", "http://[::1]:9/", longest]) {
    expect(await post(url), url.slice(0, 40)).toBe(201);
  }
  const refused = [
    `${longest}x`,
    "",
    "localhost/hook",
    "/hook",
    "ftp://localhost/",
    "file:///etc/passwd",
    "http://example.com/",
    "https://example.com/",
    "https://localhost.example.com/",
    "https://127.0.0.1.example.com/",
    "http://0.0.0.0/",
    "https://10.0.0.1/",
    "https://[::ffff:10.0.0.1]/",
    "https://user@example.com#@localhost/",
    5,
    null,
  ];
  for (const url of refused) expect(await post(url), String(url)).toEqual([400, "BAD_REQUEST", "url"]);
  const far = await call(tokens.owner, "POST", "/webhooks", { ...WANTED, url: "https://example.com/" });
  expect(far.text).toContain("It never calls another machine");
});

test("types are known ones, at least one", async () => {
  const { tokens } = await sandbox.account();
  for (const eventTypes of [undefined, [], "approval.confirmed", ["approval.created"], [5]]) {
    const heard = await call(tokens.owner, "POST", "/webhooks", { url: URL_HERE, eventTypes });
    expect([heard.status, heard.body.details.field]).toEqual([400, "eventTypes"]);
  }
});

test("ten and no more, and nobody reaches another account's", async () => {
  const { tokens } = await sandbox.account();
  const other = await sandbox.account();
  const ids: string[] = [];
  for (let made = 0; made < 10; made++) {
    ids.push((await call(tokens.owner, "POST", "/webhooks", WANTED)).body.webhook.id);
  }
  const eleventh = await call(tokens.owner, "POST", "/webhooks", WANTED);
  expect([eleventh.status, eleventh.body.code, eleventh.body.details]).toEqual([
    409,
    "CONFLICT",
    { limit: 10 },
  ]);
  for (const method of ["GET", "DELETE"]) {
    expect((await call(other.tokens.owner, method, `/webhooks/${ids[0]}`)).status).toBe(404);
  }
  expect((await call(other.tokens.owner, "GET", "/webhooks")).body.webhooks).toEqual([]);
  await call(tokens.owner, "DELETE", `/webhooks/${ids[0]}`);
  expect((await call(tokens.owner, "POST", "/webhooks", WANTED)).status).toBe(201);
});
