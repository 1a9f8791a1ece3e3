import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenSandbox, ORIGIN, openSandbox } from "../testing/open-sandbox";

let sandbox: OpenSandbox;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const BAD_BODY = "{";

test("the gates come in their order: token, scope, flag, claim, body, ownership, state", async () => {
  const refused = async (options: object, token: "agent" | null, body: unknown = BAD_BODY, at = "0") => {
    const made = await sandbox.account(options);
    const path = `/proposals/${made.ids.proposals[Number(at)] ?? at}/hire`;
    const heard = await sandbox.call(token && made.tokens.agent, "POST", path, body);
    return [heard.status, heard.body.code, heard.body.details];
  };
  const nothing = {
    scopes: { agent: ["proposals:read"] },
    flags: { public_api_hiring: false },
    claimed: false,
  };
  const { scopes: _scopes, ...noFlag } = nothing;
  const good = { milestone: { name: "x", amount: 5 } };
  expect(await refused(nothing, null)).toEqual([401, "UNAUTHORIZED", undefined]);
  expect(await refused(nothing, "agent")).toMatchObject([
    403,
    "FORBIDDEN",
    { requiredScopes: ["proposals:write"] },
  ]);
  expect(await refused(noFlag, "agent")).toEqual([403, "FORBIDDEN", { featureKey: "public_api_hiring" }]);
  expect(await refused({ claimed: false }, "agent")).toEqual([
    403,
    "FORBIDDEN",
    { reason: "account_claim_required", action: "hire from a proposal", claimUrl: `${ORIGIN}/claim` },
  ]);
  expect(await refused({}, "agent", BAD_BODY, "nobody")).toMatchObject([400, "BAD_REQUEST", {}]);
  expect(await refused({}, "agent", good, "nobody")).toMatchObject([404, "NOT_FOUND", {}]);
  expect(await refused({ card: false }, "agent", good, "7")).toMatchObject([
    409,
    "CONFLICT",
    { reason: "not_fit_confirmation_required" },
  ]);
});

test("what belongs to others is forbidden for proposals and jobs, and absent for all else", async () => {
  const mine = await sandbox.account();
  const theirs = await sandbox.account();
  const status = async (method: string, path: string, body?: unknown) =>
    (await sandbox.call(mine.tokens.agent, method, path, body)).status;
  const good = { milestone: { name: "x", amount: 5 } };
  expect(await status("POST", `/proposals/${theirs.ids.proposals[0]}/hire`, good)).toBe(403);
  expect(await status("GET", `/proposals/${theirs.ids.proposals[0]}`)).toBe(403);
  expect(await status("GET", `/jobs/${theirs.ids.jobs[0]}/proposals`)).toBe(403);
  expect(await status("GET", `/contracts?jobId=${theirs.ids.jobs[0]}`)).toBe(403);
  expect(await status("GET", "/contracts?jobId=nothing")).toBe(404);
  expect(await status("GET", `/contracts/${theirs.ids.contracts[0]}`)).toBe(404);
  expect(await status("POST", `/contracts/${theirs.ids.contracts[0]}/end`)).toBe(404);
  expect(await status("POST", `/milestones/${theirs.ids.milestones[0]}/fund`)).toBe(404);
  expect(await status("POST", `/milestones/${theirs.ids.milestones[1]}/approve`)).toBe(404);
});

test("a new milestone is created at once, by the contract's rules", async () => {
  const made = await sandbox.account();
  const path = `/contracts/${made.ids.contracts[0]}/milestones`;
  const create = (body: unknown) => sandbox.call(made.tokens.agent, "POST", path, body);
  const good = await create({ description: "5k boxes", amountUsd: 250, dueDate: "2026-12-01" });
  expect(good.status).toBe(201);
  expect(good.body.milestone).toMatchObject({
    name: null,
    status: "NOT_FUNDED",
    amountUsd: 250,
    invoiceId: null,
    milestoneNumber: 7,
    dueDate: "2026-12-01T00:00:00.000Z",
  });
  const field = async (body: unknown) => (await create(body)).body.details.field;
  expect(await field({ amountUsd: 5 })).toBe("description");
  expect(await field({ description: "x" })).toBe("amountUsd");
  expect(await field({ description: "x", amountUsd: -1 })).toBe("amountUsd");
  expect(await field({ description: "x", amountUsd: 1, dueDate: "soon" })).toBe("dueDate");
});

test("the feed pages from its beginning and leaves out what a token may not read", async () => {
  const made = await sandbox.account({ scenario: "demo", scopes: { member: ["proposals:read"] } });
  const read = async (token: string, query: string) =>
    (await sandbox.call(token, "GET", `/updates${query}`)).body;
  const all = await read(made.tokens.owner, "?limit=200");
  expect(all.hasMore).toBe(false);
  const ids: string[] = [];
  let cursor: string | null = null;
  for (let more = true; more; ) {
    const page = await read(made.tokens.owner, `?limit=7${cursor === null ? "" : `&cursor=${cursor}`}`);
    ids.push(...page.events.map(({ id }) => id));
    cursor = page.nextCursor;
    more = page.hasMore;
  }
  expect(ids).toEqual(all.events.map(({ id }) => id));
  expect(await read(made.tokens.owner, `?cursor=${cursor}`)).toEqual({
    events: [],
    nextCursor: cursor,
    hasMore: false,
  });
  const seen = new Set((await read(made.tokens.member, "")).events.map(({ type }) => type.split(".")[0]));
  expect([...seen]).toEqual(["proposal"]);
  expect((await read(made.tokens.owner, "?cursor=abc")).details).toEqual({ field: "cursor" });
  expect((await read(made.tokens.owner, "?limit=201")).details).toEqual({ field: "limit" });
});

test("lists page and filter as documented", async () => {
  const made = await sandbox.account({ scenario: "demo" });
  const read = async (path: string) => (await sandbox.call(made.tokens.owner, "GET", path)).body;
  const jobs = (await read("/jobs/mine")).jobs;
  expect(jobs.map(({ title }) => title).sort()).toEqual([
    "Dashcam boxes",
    "Invoice tables",
    "Night footage",
    "Receipt boxes",
    "Street signs",
  ]);
  expect((await read("/jobs/mine?status=ongoing")).jobs).toHaveLength(3);
  expect((await read("/jobs/mine?status=no")).details.supportedStatuses).toContain("OPEN");
  const first = await read("/jobs/mine?limit=3");
  expect((await read(`/jobs/mine?limit=3&cursor=${first.nextCursor}`)).jobs).toHaveLength(2);
  const dashcam = jobs.find(({ title }) => title === "Dashcam boxes")?.id;
  const notFit = (await read(`/jobs/${dashcam}/proposals?status=not%20a-fit`)).proposals;
  expect(notFit.map(({ candidate }) => candidate.displayName)).toEqual(["Tariq H."]);
  const page = await read("/credits/ledger?limit=2");
  expect(page.entries).toHaveLength(2);
  expect((await read(`/credits/ledger?limit=2&cursor=${page.nextCursor}`)).entries).toHaveLength(2);
  expect((await read("/credits/ledger?limit=101")).details).toEqual({ field: "limit" });
  expect((await read("/credits")).credits).toMatchObject({ availableCents: 61_200, reservedCents: 25_000 });
});

test("tokens are made, listed and revoked", async () => {
  const made = await sandbox.account({ scopes: { agent: ["payments:read", "jobs:write"] } });
  const agent = (method: string, path: string, body?: unknown) =>
    sandbox.call(made.tokens.agent, method, path, body);
  const created = await agent("POST", "/tokens", { name: "reader", scopes: ["jobs:read"] });
  expect(created.status).toBe(201);
  expect(created.body.token).toMatch(/^ot_pat_sandbox[a-z0-9]+_[a-z0-9]+$/);
  expect(created.body.metadata).toMatchObject({ name: "reader", scopes: ["jobs:read"], status: "active" });
  expect((await sandbox.call(created.body.token, "GET", "/jobs/mine")).status).toBe(200);
  expect((await agent("POST", "/tokens", { scopes: ["payments:write"] })).status).toBe(403);
  expect((await agent("POST", "/tokens", { scopes: ["nonsense"] })).body.details.unknownScopes).toEqual([
    "nonsense",
  ]);
  expect((await agent("GET", "/tokens")).body.tokens).toHaveLength(4);
  expect((await agent("GET", "/tokens")).text).not.toContain(created.body.token.split("_")[3]);
  expect((await agent("DELETE", `/tokens/${created.body.metadata.id}`)).status).toBe(200);
  expect((await sandbox.call(created.body.token, "GET", "/jobs/mine")).status).toBe(401);
});
