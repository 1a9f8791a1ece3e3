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

test("what is misspelt or of the wrong kind is refused by its field", async () => {
  const made = await sandbox.account();
  const { accountId } = made;
  const hire = await sandbox.call(
    made.tokens.agent,
    "POST",
    `/proposals/${made.ids.proposals[0]}/hire`,
    HIRE,
  );
  const approval = `/approvals/${hire.body.approval.id}`;
  const cases: [string, unknown, string][] = [
    ["/accounts", [], "body"],
    ["/accounts", "{", "body"],
    ["/accounts", { creditCents: 5 }, "creditCents"],
    ["/accounts", { creditsCents: 0.5 }, "creditsCents"],
    ["/accounts", { creditsCents: -1 }, "creditsCents"],
    ["/accounts", { scenario: "huge" }, "scenario"],
    ["/accounts", { claimed: "yes" }, "claimed"],
    ["/accounts", { card: 1 }, "card"],
    ["/accounts", { flags: { nonsense: true } }, "flags.nonsense"],
    ["/accounts", { flags: { hiring: "on" } }, "flags.hiring"],
    ["/accounts", { scopes: { guest: [] } }, "scopes.guest"],
    ["/accounts", { scopes: { agent: ["all"] } }, "scopes.agent"],
    ["/accounts", { guesses: { oddIds: 1 } }, "guesses.oddIds"],
    ["/guesses", { accountId, oddId: true }, "oddId"],
    ["/guesses", { accountId, repeatStatus: 201 }, "repeatStatus"],
    ["/guesses", { accountId, releasedSpelling: "" }, "releasedSpelling"],
    ["/guesses", { accountId, confirmWithoutTrace: "true" }, "confirmWithoutTrace"],
    ["/clock", { accountId, advanceMs: "1" }, "advanceMs"],
    ["/clock", { advanceMs: 1 }, "accountId"],
    ["/reset", { account: accountId }, "account"],
    [`${approval}/confirm`, { payWith: "cash" }, "payWith"],
    [`${approval}/confirm`, { settle: true }, "settle"],
    [`${approval}/confirm`, { milestone: { amount: "450" } }, "milestone.amount"],
    [`${approval}/confirm`, { milestone: { price: 450 } }, "milestone.price"],
    [`${approval}/decline`, { reason: "no" }, "reason"],
  ];
  for (const [path, body, field] of cases) {
    const heard = await sandbox.door("POST", path, body);
    const { code, details } = heard.body;
    expect([heard.status, code, details?.field], `${path} ${JSON.stringify(body)}`).toEqual([
      400,
      "BAD_REQUEST",
      field,
    ]);
  }
  for (const query of ["?account=x", `?accountId=${accountId}&accountId=${accountId}`, "?accountId="]) {
    expect((await sandbox.door("GET", `/calls${query}`)).status, query).toBe(400);
  }
  expect((await sandbox.door("GET", "/truth")).body.details).toEqual({ field: "accountId" });
  for (const [method, path] of [
    ["GET", "/truth?accountId=acc_none"],
    ["DELETE", "/faults?accountId=acc_none"],
    ["POST", "/approvals/none/confirm"],
    ["POST", "/nothing"],
  ] as const) {
    expect((await sandbox.door(method, path)).status, path).toBe(404);
  }
  const truth = (await sandbox.door("GET", `/truth?accountId=${accountId}`)).body;
  expect(truth.approvals.map(({ status }) => status)).toEqual(["pending"]);
});

test("a human's answer settles once", async () => {
  const made = await sandbox.account();
  const hire = await sandbox.call(
    made.tokens.agent,
    "POST",
    `/proposals/${made.ids.proposals[0]}/hire`,
    HIRE,
  );
  const path = `/approvals/${hire.body.approval.id}`;
  const first = await sandbox.door("POST", `${path}/decline`);
  expect([first.status, first.body.approval.status]).toEqual([200, "declined"]);
  for (const verb of ["decline", "confirm"]) {
    const again = await sandbox.door("POST", `${path}/${verb}`);
    expect([again.status, again.body.details]).toEqual([
      409,
      { reason: "approval_not_pending", status: "declined" },
    ]);
  }
});

test("a confirm without trace happens, and shows nowhere but in the approval", async () => {
  const made = await sandbox.account({ guesses: { confirmWithoutTrace: true } });
  const { accountId, ids, tokens } = made;
  const seen = async () => {
    const contracts = (await sandbox.call(tokens.owner, "GET", "/contracts")).text;
    const detail = (await sandbox.call(tokens.owner, "GET", `/contracts/${ids.contracts[0]}`)).text;
    return [contracts, detail, (await sandbox.call(tokens.owner, "GET", "/updates?limit=200")).text];
  };
  const before = await seen();
  const ask = async (path: string, body?: object, settle = "release") => {
    const asked = await sandbox.call(tokens.agent, "POST", path, body);
    const { id } = asked.body.approval;
    expect((await sandbox.door("POST", `/approvals/${id}/confirm`, { settle })).status).toBe(200);
    const { approval } = (await sandbox.call(tokens.owner, "GET", `/approvals/${id}`)).body;
    expect(approval.status).toBe("confirmed");
    return approval;
  };
  await ask(`/milestones/${ids.milestones[0]}/fund`);
  await ask(`/milestones/${ids.milestones[1]}/approve`);
  const hired = await ask(`/proposals/${ids.proposals[0]}/hire`, HIRE);
  expect(await seen()).toEqual(before);
  const contractId = String(hired.result?.contractId);
  expect((await sandbox.call(tokens.owner, "GET", `/contracts/${contractId}`)).status).toBe(404);
  await ask(`/contracts/${ids.contracts[0]}/end`, undefined, "refund");
  expect(await seen()).toEqual(before);
  const truth = (await sandbox.door("GET", `/truth?accountId=${accountId}`)).body;
  expect(truth.contracts.map(({ id, status }) => [id, status])).toEqual([
    [ids.contracts[0], "ended"],
    [contractId, "active"],
  ]);
  expect(truth.events.filter(({ type }) => type === "approval.confirmed")).toHaveLength(4);
});

test("odd ids are opaque strings that lead to what they name", async () => {
  const made = await sandbox.account({ guesses: { oddIds: true } });
  const { ids, tokens } = made;
  const all = Object.values(ids).flat();
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((id) => /^[a-z]+_[a-z0-9]{14}$/.test(id))).toEqual([]);
  for (const proposal of ids.proposals) {
    const at = `/proposals/${encodeURIComponent(proposal)}`;
    expect((await sandbox.call(tokens.owner, "GET", at)).body.proposal.id).toBe(proposal);
    const asked = await sandbox.call(tokens.agent, "POST", `${at}/hire`, {
      milestone: { name: "Batch", amount: 1 },
      confirmNotFitOverride: true,
    });
    if (asked.status !== 202) continue;
    const { id, approvalUrl } = asked.body.approval;
    expect(new URL(approvalUrl).pathname).toBe(`/approvals/${encodeURIComponent(id)}`);
    const read = await sandbox.call(tokens.owner, "GET", `/approvals/${encodeURIComponent(id)}`);
    expect(read.body.approval.id).toBe(id);
    const page = await sandbox.send("GET", new URL(approvalUrl).pathname, {});
    expect([page.status, page.text.includes("Sign in as the owner")]).toEqual([200, true]);
    const confirm = `/approvals/${encodeURIComponent(id)}/confirm`;
    expect((await sandbox.door("POST", confirm)).body.approval.status).toBe("confirmed");
  }
  const { contracts } = (await sandbox.call(tokens.owner, "GET", "/contracts")).body;
  expect(contracts).toHaveLength(8);
  const list = await sandbox.call(tokens.owner, "GET", "/jobs/mine?limit=1");
  const next = `/jobs/mine?limit=3&cursor=${encodeURIComponent(list.body.nextCursor)}`;
  expect((await sandbox.call(tokens.owner, "GET", next)).body.jobs).toHaveLength(3);
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
