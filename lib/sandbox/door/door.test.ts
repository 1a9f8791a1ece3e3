import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenSandbox, openSandbox } from "../testing/open-sandbox";

let sandbox: OpenSandbox;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const DAY = 86_400_000;
const HIRE = { milestone: { name: "Batch 1", amount: 450 } };

test("the door is for scripts on this machine", async () => {
  const status = async (headers: Record<string, string>, method = "GET") =>
    (await sandbox.send(method, "/_sandbox/calls", headers)).status;
  expect(await status({ host: "127.0.0.1:4010" })).toBe(200);
  expect(await status({ host: "[::1]:4010" })).toBe(200);
  expect(await status({ host: "sandbox.example" })).toBe(403);
  expect(await status({ host: "localhost.example:4010" })).toBe(403);
  expect(await status({ origin: "http://localhost:4010" })).toBe(403);
  const plain = { "content-type": "text/plain" };
  const form = await sandbox.send("POST", "/_sandbox/accounts", plain, "{}");
  expect([form.status, form.body.code]).toEqual([400, "BAD_REQUEST"]);
});

test("an account of the empty scenario holds what its name promises", async () => {
  const made = await sandbox.account();
  expect(made.ids.jobs).toHaveLength(4);
  expect(made.ids.contracts).toHaveLength(1);
  expect(made.ids.milestones).toHaveLength(6);
  expect(
    Object.values(made.ids)
      .flat()
      .every((id) => typeof id === "string"),
  ).toBe(true);
  const truth = (await sandbox.door("GET", `/truth?accountId=${made.accountId}`)).body;
  expect(truth.approvals).toEqual([]);
  expect(truth.events.some(({ type }) => type === "approval.confirmed")).toBe(false);
  const states = truth.contracts[0]?.milestones.map(({ status }) => status);
  expect(states).toEqual(["PAID", "NOT_FUNDED", "ACTIVE_FUNDED", "ACTIVE_FUNDED", "CANCELLED", "REFUNDED"]);
  const hired = await Promise.all(
    made.ids.proposals.map((id) => sandbox.call(made.tokens.agent, "POST", `/proposals/${id}/hire`, HIRE)),
  );
  expect(hired.filter(({ status }) => status === 202)).toHaveLength(6);
  expect(hired.filter(({ body }) => body.details?.reason === "not_fit_confirmation_required")).toHaveLength(
    1,
  );
});

test("the demo scenario has a past and three requests that are running out", async () => {
  const made = await sandbox.account({ scenario: "demo" });
  const truth = (await sandbox.door("GET", `/truth?accountId=${made.accountId}`)).body;
  expect(truth.credits.availableCents).toBe(61_200);
  const pending = truth.approvals.filter(({ status }) => status === "pending");
  const hoursLeft = pending.map(({ type, expiresAt }) => [
    type,
    Math.round((Date.parse(expiresAt) - Date.parse(truth.now)) / 3_600_000),
  ]);
  expect(hoursLeft).toEqual([
    ["proposal_hire", 3],
    ["milestone_approve", 14],
    ["milestone_fund", 15],
  ]);
  const outcomes = truth.approvals.map(({ status }) => status).filter((status) => status !== "pending");
  expect(new Set(outcomes)).toEqual(new Set(["confirmed", "declined", "expired"]));
  const settled = truth.events.filter(({ type }) => type === "approval.confirmed");
  expect(settled).toHaveLength(outcomes.length);
});

test("each account has its own clock, in bodies and in the Date header", async () => {
  const [early, late] = [await sandbox.account(), await sandbox.account()];
  const { body } = await sandbox.door("POST", "/clock", { accountId: late.accountId, advanceMs: 10 * DAY });
  const ask = async (made: typeof early) => {
    const path = `/proposals/${made.ids.proposals[0]}/hire`;
    const heard = await sandbox.call(made.tokens.agent, "POST", path, HIRE);
    return [Date.parse(heard.body.approval.createdAt), Date.parse(heard.headers.get("date") ?? "")] as const;
  };
  const [lateCreated, lateDate] = await ask(late);
  const [earlyCreated, earlyDate] = await ask(early);
  expect(lateCreated).toBeGreaterThanOrEqual(Date.parse(body.now));
  expect(lateCreated - earlyCreated).toBeGreaterThan(9 * DAY);
  expect(Math.abs(lateCreated - lateDate)).toBeLessThan(2000);
  expect(Math.abs(earlyCreated - earlyDate)).toBeLessThan(2000);
  const back = await sandbox.door("POST", "/clock", { accountId: late.accountId, advanceMs: -1 });
  expect(back.status).toBe(400);
});

test("calls are kept with the token's name, never the token", async () => {
  const made = await sandbox.account();
  await sandbox.call(made.tokens.agent, "POST", `/proposals/${made.ids.proposals[0]}/hire`, HIRE);
  await sandbox.call(made.tokens.owner, "GET", "/updates?cursor=0&limit=5");
  const heard = await sandbox.door("GET", `/calls?accountId=${made.accountId}`);
  expect(heard.body.calls).toMatchObject([
    {
      method: "POST",
      path: `/api/public/v1/proposals/${made.ids.proposals[0]}/hire`,
      status: 202,
      token: "agent",
      body: HIRE,
    },
    {
      method: "GET",
      path: "/api/public/v1/updates",
      query: "?cursor=0&limit=5",
      status: 200,
      token: "owner",
      body: null,
    },
  ]);
  expect(heard.text).not.toContain("ot_pat_");
  await sandbox.door("DELETE", `/calls?accountId=${made.accountId}`);
  expect((await sandbox.door("GET", `/calls?accountId=${made.accountId}`)).body.calls).toEqual([]);
});

test("faults spoil what they match, as often as they say", async () => {
  const made = await sandbox.account();
  const other = await sandbox.account();
  const fault = (kind: string, more: object = {}) =>
    sandbox.door("POST", "/faults", {
      accountId: made.accountId,
      match: { path: "/credits$" },
      kind,
      times: 1,
      ...more,
    });
  const read = (token = made.tokens.owner) => sandbox.call(token, "GET", "/credits");
  await fault("status", { status: 429, retryAfter: 7 });
  expect((await read(other.tokens.owner)).status).toBe(200);
  expect((await sandbox.call(made.tokens.owner, "GET", "/contracts")).status).toBe(200);
  const limited = await read();
  expect([limited.status, limited.body.code, limited.headers.get("retry-after")]).toEqual([
    429,
    "RATE_LIMITED",
    "7",
  ]);
  expect((await read()).status).toBe(200);
  await fault("html");
  expect((await read()).headers.get("content-type")).toContain("text/html");
  await fault("delay", { ms: 1 });
  expect((await read()).status).toBe(200);
  await fault("status", { times: 5 });
  await sandbox.door("DELETE", `/faults?accountId=${made.accountId}`);
  expect((await read()).status).toBe(200);
});

test("a garbled answer follows a call that was carried out", async () => {
  const made = await sandbox.account();
  await sandbox.door("POST", "/faults", {
    accountId: made.accountId,
    match: { method: "POST" },
    kind: "garbage",
    times: 1,
  });
  const response = await sandbox.app.request(`/api/public/v1/proposals/${made.ids.proposals[0]}/hire`, {
    method: "POST",
    headers: { authorization: `Bearer ${made.tokens.agent}` },
    body: JSON.stringify(HIRE),
  });
  const text = await response.text();
  expect(() => JSON.parse(text)).toThrow();
  const truth = (await sandbox.door("GET", `/truth?accountId=${made.accountId}`)).body;
  expect(truth.approvals).toHaveLength(1);
});

test("what is not built yet says so, what is misspelt is refused", async () => {
  const reason = async (path: string, body: object) => {
    const heard = await sandbox.door("POST", path, body);
    return [heard.status, heard.body.details];
  };
  expect(await reason("/webhooks", {})).toEqual([404, { reason: "not_yet" }]);
  expect(await reason("/accounts", { scenario: "large" })).toEqual([404, { reason: "not_yet" }]);
  expect(await reason("/faults", { kind: "rewrite" })).toEqual([404, { reason: "not_yet" }]);
  expect(await reason("/guesses", { oddIds: true })).toEqual([404, { reason: "not_yet" }]);
  expect(await reason("/accounts", { creditCents: 5 })).toEqual([400, { field: "creditCents" }]);
  expect(await reason("/accounts", { flags: { nonsense: true } })).toEqual([
    400,
    { field: "flags.nonsense" },
  ]);
});

test("a reset empties one account and never lets event ids go back", async () => {
  const made = await sandbox.account();
  const ids = async () => {
    const { events } = (await sandbox.call(made.tokens.owner, "GET", "/updates?limit=200")).body;
    return events.map(({ id }) => Number(id));
  };
  const before = await ids();
  await sandbox.door("POST", "/reset", { accountId: made.accountId });
  expect(await ids()).toEqual([]);
  expect((await sandbox.call(made.tokens.owner, "GET", "/contracts")).body.contracts).toEqual([]);
  const next = await sandbox.account();
  const { events } = (await sandbox.call(next.tokens.owner, "GET", "/updates")).body;
  expect(Number(events[0]?.id)).toBeGreaterThan(Math.max(...before));
});
