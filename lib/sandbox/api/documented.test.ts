import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenSandbox, openSandbox } from "../testing/open-sandbox";

let sandbox: OpenSandbox;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

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
