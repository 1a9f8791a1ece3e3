import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { topUp } from "../money/top-up";
import { type Made, type OpenSandbox, openSandbox } from "../testing/open-sandbox";

let sandbox: OpenSandbox;
let made: Made;

beforeAll(async () => {
  sandbox = await openSandbox();
  made = await sandbox.account({
    scenario: "demo",
    scopes: { agent: ["messages:read"], member: ["proposals:write"] },
  });
});
afterAll(() => sandbox.close());

type Entry = { id: string; createdAt: string };

const get = async (path: string, token = made.tokens.owner) => (await sandbox.call(token, "GET", path)).body;

async function pages(path: string, list: "entries" | "proposals" | "jobs", limit: number): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = "", at = 0; cursor !== null && at < 100; at++) {
    const from: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await get(`${path}?limit=${limit}${from}`);
    expect(page[list].length).toBeLessThanOrEqual(limit);
    ids.push(...page[list].map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return ids;
}

describe.each([
  ["/credits/ledger", "entries", 101, 400],
  ["/jobs/mine", "jobs", 101, 200],
  ["/jobs/:id/proposals", "proposals", 101, 200],
] as const)("%s", (template, list, above, aboveIs) => {
  const path = () => template.replace(":id", dashcam);
  let dashcam = "";
  beforeAll(async () => {
    dashcam = (await get("/jobs/mine")).jobs.find(({ title }) => title === "Dashcam boxes")?.id ?? "";
  });

  test("is read newest first, each entry once, whatever the page size", async () => {
    const all = (await get(`${path()}?limit=100`))[list] as Entry[];
    expect(all.length).toBeGreaterThan(2);
    const times = all.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted().reverse());
    for (const limit of [1, 2, all.length - 1, all.length]) {
      expect(await pages(path(), list, limit)).toEqual(all.map(({ id }) => id));
    }
  });

  test.each(["0", "-1", "1.5", "x", "", "1e2", "٣"])("refuses the limit %j", async (limit) => {
    const heard = await get(`${path()}?limit=${encodeURIComponent(limit)}`);
    expect([heard.code, heard.details]).toEqual(["BAD_REQUEST", { field: "limit" }]);
  });

  test("refuses a cursor it never gave, and has its own answer to a limit above the maximum", async () => {
    expect((await get(`${path()}?cursor=nothing`)).details).toEqual({ field: "cursor" });
    const heard = await sandbox.call(made.tokens.owner, "GET", `${path()}?limit=${above}`);
    expect(heard.status).toBe(aboveIs);
    expect((await sandbox.call(made.tokens.owner, "GET", `${path()}?limit=100`)).status).toBe(200);
  });
});

test("a page of filtered proposals goes on where it stopped, though its last one has changed since", async () => {
  const { ids, tokens } = await sandbox.account();
  const [first, second, third] = [ids.proposals[7] ?? "", ids.proposals[1] ?? "", ids.proposals[0] ?? ""];
  const mark = (id: string, status: string) =>
    sandbox.store.transact((tx) => tx.put("proposals", { ...tx.must("proposals", id), status }));
  for (const id of [first, second, third]) await mark(id, "MAYBE");
  const path = `/jobs/${ids.jobs[0]}/proposals?status=maybe&limit=2`;
  const page = await get(path, tokens.owner);
  expect([page.proposals.map(({ id }) => id), page.nextCursor]).toEqual([[first, second], second]);
  await mark(second, "DECLINED");
  const next = await get(`${path}&cursor=${page.nextCursor}`, tokens.owner);
  expect([next.proposals.map(({ id }) => id), next.nextCursor]).toEqual([[third], null]);
});

test.each(["not a fit", "NOT-A-FIT", "not_A_fit"])("the status %j is the same filter", async (status) => {
  const { ids, tokens } = await sandbox.account();
  const found = await get(
    `/jobs/${ids.jobs[0]}/proposals?status=${encodeURIComponent(status)}`,
    tokens.owner,
  );
  expect(found.proposals.map(({ id }) => id)).toEqual([ids.proposals[7]]);
});

test("an unknown status is refused with those there are", async () => {
  const { ids, tokens } = await sandbox.account();
  const supported = async (path: string) => (await get(path, tokens.owner)).details.supportedStatuses;
  const jobs = ["DRAFT", "OPEN", "ONGOING", "COMPLETED", "ARCHIVED", "PENDING_APPROVAL"];
  expect(await supported("/jobs/mine?status=closed")).toEqual(jobs);
  expect(await supported("/jobs/mine?status=")).toEqual(jobs);
  const statuses = ["UNREVIEWED", "SHORTLISTED", "MAYBE", "HIRED", "DECLINED", "NOT_A_FIT", "RESUME_SENT"];
  expect(await supported(`/jobs/${ids.jobs[0]}/proposals?status=x`)).toEqual(statuses);
  expect((await get("/contracts?status=ACTIVE", tokens.owner)).details).toEqual({ field: "status" });
});

test("pages have their documented sizes unless told otherwise, and the newest come first everywhere", async () => {
  const { accountId, ids, tokens } = await sandbox.account();
  await sandbox.store.transact((tx) => {
    const [job, proposal] = [
      tx.must("jobs", ids.jobs[0] ?? ""),
      tx.must("proposals", ids.proposals[0] ?? ""),
    ];
    const contract = tx.must("contracts", ids.contracts[0] ?? "");
    for (let count = 0; count < 60; count++) {
      const later = { createdAt: tx.now(accountId) + count };
      topUp(tx, accountId, 1);
      tx.put("jobs", { ...job, id: `job_${accountId}_${count}`, ...later });
      tx.put("proposals", { ...proposal, id: `prop_${accountId}_${count}`, ...later });
      if (count < 3) tx.put("contracts", { ...contract, id: `ctr_${accountId}_${count}`, ...later });
    }
  });
  const read = (path: string) => get(path, tokens.owner);
  expect((await read("/credits/ledger")).entries).toHaveLength(50);
  expect((await read("/credits")).credits.recentEntries).toHaveLength(10);
  const { jobs } = await read("/jobs/mine");
  expect([jobs.length, jobs[0]?.id]).toEqual([25, `job_${accountId}_59`]);
  const { proposals } = await read(`/jobs/${ids.jobs[0]}/proposals`);
  expect([proposals.length, proposals[0]?.id]).toEqual([25, `prop_${accountId}_59`]);
  const { contracts } = await read("/contracts");
  expect(contracts.map(({ id }) => id)).toEqual([
    ...[2, 1, 0].map((count) => `ctr_${accountId}_${count}`),
    ids.contracts[0],
  ]);
  await sandbox.call(tokens.owner, "POST", "/tokens", { name: "newest" });
  expect((await read("/tokens")).tokens[0]?.name).toBe("newest");
});

describe("the feed", () => {
  test("has fifty on a page unless told otherwise, two hundred at most", async () => {
    const filled = await sandbox.account();
    for (let count = 0; count < 60; count++) {
      const path = `/contracts/${filled.ids.contracts[0]}/milestones`;
      await sandbox.call(filled.tokens.owner, "POST", path, { description: "x", amountUsd: 1 });
    }
    const first = await get("/updates", filled.tokens.owner);
    expect([first.events.length, first.hasMore]).toEqual([50, true]);
    expect(first.nextCursor).toBe(first.events[49]?.id);
    const whole = await get("/updates?limit=200", filled.tokens.owner);
    expect(whole.hasMore).toBe(false);
    expect(whole.events.length).toBeGreaterThan(60);
    const exact = await get(`/updates?limit=${whole.events.length}`, filled.tokens.owner);
    expect(exact).toEqual(whole);
  });

  test.each(["limit=0", "limit=201", "limit=x", "limit="])("refuses %s", async (query) => {
    expect((await get(`/updates?${query}`)).details).toEqual({ field: "limit" });
  });

  test.each(["cursor=", "cursor=abc", "cursor=-1", "cursor=1.5", "cursor=1e3"])(
    "refuses %s",
    async (query) => {
      expect((await get(`/updates?${query}`)).details).toEqual({ field: "cursor" });
    },
  );

  test("echoes a cursor with nothing after it, and begins at zero", async () => {
    const far = "999999999999";
    expect(await get(`/updates?cursor=${far}`)).toEqual({ events: [], nextCursor: far, hasMore: false });
    expect(await get("/updates", made.tokens.agent)).toEqual({ events: [], nextCursor: "0", hasMore: false });
    expect(await get("/updates?cursor=0")).toEqual(await get("/updates"));
  });

  test("leaves out what the token may not read, and a write scope reads", async () => {
    const types = new Set(
      (await get("/updates?limit=200", made.tokens.member)).events.map(({ type }) => type),
    );
    expect([...types].sort()).toEqual(["proposal.received", "proposal.status_changed"]);
  });
});
