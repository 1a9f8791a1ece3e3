import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MAX_BODY_BYTES } from "../guesses";
import { type Made, type OpenSandbox, ORIGIN, openSandbox } from "../testing/open-sandbox";

let sandbox: OpenSandbox;
let made: Made;

beforeAll(async () => {
  sandbox = await openSandbox();
  made = await sandbox.account();
});
afterAll(() => sandbox.close());

type Case = {
  call: string;
  path: () => string;
  good: Record<string, unknown>;
  wrong: Record<string, unknown[]>;
};

const HIRE = { milestone: { name: "x", amount: 5 } };
const CASES: Case[] = [
  {
    call: "hire",
    path: () => `/proposals/${made.ids.proposals[0]}/hire`,
    good: HIRE,
    wrong: {
      milestone: [undefined, null, [], "x", 1, {}, { name: "x" }, { amount: 5 }, { name: ["x"], amount: 5 }],
      confirmNotFitOverride: [null, "true", 1, {}],
    },
  },
  {
    call: "create milestone",
    path: () => `/contracts/${made.ids.contracts[0]}/milestones`,
    good: { description: "x", amountUsd: 5 },
    wrong: {
      description: [undefined, null, "", "  ", 1, {}, ["x"]],
      name: [1, {}, ["x"], true],
      amountUsd: [undefined, null, 0, -1, "5", [5], {}, 0.001, 5.005, 1e300, true],
      volume: [0, -1, "5", [], {}, 1e300],
      dueDate: ["", "soon", "2026-13-01", "2026-02-30", "2026-02-30T00:00:00Z", 20261201, {}, []],
    },
  },
  {
    call: "top-up",
    path: () => "/credits/top-ups",
    good: { amountUsd: 10 },
    wrong: { amountUsd: [undefined, null, 9.99, 10_000.01, "50", [50], {}, -50, 10.005, 1e300] },
  },
  {
    call: "create token",
    path: () => "/tokens",
    good: { scopes: [] },
    wrong: {
      name: [null, "", "  ", "x".repeat(121), 1, {}, []],
      scopes: [null, "jobs:read", {}, [1], [null], ["jobs:all"], [["jobs:read"]]],
      expiresAt: ["", "soon", 1, {}, [], "2020-01-01T00:00:00Z", "2027", "2026-02-30T00:00:00Z"],
    },
  },
  {
    call: "invite to a job",
    path: () => `/jobs/${made.ids.jobs[0]}/invites`,
    good: { freelancerId: "usr_nobody" },
    wrong: { freelancerId: [undefined, null, "", " ", 1, {}, ["usr_x"]] },
  },
  {
    call: "invite to the team",
    path: () => "/team/invites",
    good: { email: "ada@example.test" },
    wrong: {
      email: [
        undefined,
        null,
        "",
        "ada",
        "@x.test",
        "a@b",
        "a b@c.test",
        `${"a".repeat(250)}@b.test`,
        {},
        [],
      ],
    },
  },
];

const RAW = ["{", "[]", '"x"', "1", "null", "not json", "{}{}", "[".repeat(1000), "\u0000"];

describe.each(CASES)("$call", ({ path, good, wrong }) => {
  const post = (body: string) => sandbox.call(made.tokens.agent, "POST", path(), body);
  const mustRefuse = async (body: string) => {
    const { status, body: heard } = await post(body);
    const what = `${body.slice(0, 80)}: ${JSON.stringify(heard.details)}`;
    expect([status, heard.code], what).toEqual([400, "BAD_REQUEST"]);
    const { field, issues, unknownScopes } = heard.details;
    expect(typeof field === "string" || Array.isArray(issues ?? unknownScopes), what).toBe(true);
    return heard.details;
  };

  test("refuses what is no object, and what says one thing twice", async () => {
    for (const raw of RAW) await mustRefuse(raw);
    const [key = ""] = Object.keys(good);
    const twice = `${JSON.stringify(good).slice(0, -1)},${JSON.stringify(key)}:1}`;
    expect(await mustRefuse(twice)).toEqual({ field: key });
  });

  test("refuses what is too large or not UTF-8, and answers", async () => {
    expect(await mustRefuse(JSON.stringify({ ...good, x: "x".repeat(MAX_BODY_BYTES) }))).toEqual({
      field: "body",
    });
    const response = await sandbox.app.request(`${ORIGIN}/api/public/v1${path()}`, {
      method: "POST",
      headers: { authorization: `Bearer ${made.tokens.agent}` },
      body: Buffer.from(`{"x":"\xff",${JSON.stringify(good).slice(1)}`, "latin1"),
    });
    expect([response.status, (await response.json()).details]).toEqual([400, { field: "body" }]);
  });

  test.each(Object.keys(wrong))(
    "refuses every wrong %s by its name, and takes the right ones",
    async (field) => {
      for (const value of wrong[field] ?? []) {
        const details = await mustRefuse(JSON.stringify({ ...good, [field]: value }));
        expect(JSON.stringify(details), JSON.stringify(value)).toMatch(
          new RegExp(`"(field":"${field}|path":\\["${field}|unknownScopes)"`),
        );
      }
      expect((await post(JSON.stringify({ ...good, unheardOf: 1 }))).status).not.toBe(400);
    },
  );
});

test("a call that takes no body does not read it", async () => {
  const path = `/milestones/${made.ids.milestones[0]}/fund`;
  expect((await sandbox.call(made.tokens.agent, "POST", path, "{")).status).toBe(202);
});
