import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Made, type OpenSandbox, openSandbox } from "../testing/open-sandbox";

const HOUR = 3_600_000;

let sandbox: OpenSandbox;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

type Action = {
  action: string;
  path: (made: Made) => string;
  body?: unknown;
  shape: (made: Made) => object;
  result: string[];
  afterwards: (made: Made) => object;
};

const ACTIONS: Action[] = [
  {
    action: "hire",
    path: ({ ids }) => `/proposals/${ids.proposals[0]}/hire`,
    body: { milestone: { name: "x", amount: 5 } },
    shape: ({ ids }) => ({
      type: "proposal_hire",
      contractId: null,
      milestoneId: null,
      jobId: ids.jobs[0],
      proposalId: ids.proposals[0],
    }),
    result: ["hired", "contractId", "jobId", "freelancerUserId"],
    afterwards: () => ({ reason: "already_accepted" }),
  },
  {
    action: "fund",
    path: ({ ids }) => `/milestones/${ids.milestones[0]}/fund`,
    shape: ({ ids }) => ({
      type: "milestone_fund",
      contractId: ids.contracts[0],
      milestoneId: ids.milestones[0],
      jobId: ids.jobs[3],
      proposalId: null,
    }),
    result: ["invoiceId", "paymentIntentId"],
    afterwards: () => ({ reason: "milestone_not_fundable", status: "ACTIVE_FUNDED" }),
  },
  {
    action: "approve",
    path: ({ ids }) => `/milestones/${ids.milestones[1]}/approve`,
    shape: ({ ids }) => ({
      type: "milestone_approve",
      contractId: ids.contracts[0],
      milestoneId: ids.milestones[1],
      jobId: ids.jobs[3],
      proposalId: null,
    }),
    result: ["invoiceId", "payoutTransactionId"],
    afterwards: () => ({ reason: "milestone_not_releasable", status: "PAID" }),
  },
  {
    action: "end",
    path: ({ ids }) => `/contracts/${ids.contracts[0]}/end`,
    shape: ({ ids }) => ({
      type: "contract_end",
      contractId: ids.contracts[0],
      milestoneId: null,
      jobId: ids.jobs[3],
      proposalId: null,
    }),
    result: ["contractEnded"],
    afterwards: ({ ids }) => ({ reason: "contract_ended", contractId: ids.contracts[0] }),
  },
];

describe.each(ACTIONS)("$action", ({ path, body, shape, result, afterwards }) => {
  const setUp = async () => {
    const made = await sandbox.account();
    const ask = (token = made.tokens.agent) => sandbox.call(token, "POST", path(made), body);
    return { made, ask, first: await ask() };
  };
  const move = (made: Made, hours: number) =>
    sandbox.door("POST", "/clock", { accountId: made.accountId, advanceMs: hours * HOUR });
  const settle = (id: string, verb: string) => sandbox.door("POST", `/approvals/${id}/${verb}`);

  test("asked for is pending, with the ids its type has", async () => {
    const { made, first } = await setUp();
    expect([first.status, Object.keys(first.body)]).toEqual([202, ["approval", "message"]]);
    const pending = { status: "pending", resolvedAt: null, result: null };
    expect(first.body.approval).toMatchObject({ ...shape(made), ...pending });
  });

  test("asked again while pending is the same, whoever asks, and gains no time", async () => {
    const { made, ask, first } = await setUp();
    await move(made, 71);
    const again = await ask();
    expect([again.status, again.body.approval]).toEqual([202, first.body.approval]);
    const byOwner = await ask(made.tokens.owner);
    expect(byOwner.body.approval).toEqual(first.body.approval);
    const other = (await sandbox.call(made.tokens.agent, "POST", "/tokens", {})).body.token;
    expect((await ask(other)).body.approval.id).toBe(first.body.approval.id);
    expect((await sandbox.call(other, "GET", `/approvals/${first.body.approval.id}`)).status).toBe(404);
  });

  test("declined or expired is final, and asked again is a new one", async () => {
    const { made, ask, first } = await setUp();
    await settle(first.body.approval.id, "decline");
    const second = (await ask()).body.approval;
    await move(made, 72);
    const third = (await ask()).body.approval;
    expect(new Set([first.body.approval.id, second.id, third.id]).size).toBe(3);
    const read = async (id: string) =>
      (await sandbox.call(made.tokens.agent, "GET", `/approvals/${id}`)).body.approval;
    expect(await read(first.body.approval.id)).toMatchObject({ status: "declined", result: null });
    expect(await read(second.id)).toMatchObject({ status: "expired", result: null });
    expect((await read(second.id)).resolvedAt).not.toBeNull();
    expect((await read(third.id)).status).toBe("pending");
    for (const verb of ["confirm", "decline"]) {
      for (const id of [first.body.approval.id, second.id]) expect((await settle(id, verb)).status).toBe(409);
    }
  });

  test("confirmed has happened, says so, and cannot be asked for again", async () => {
    const { made, ask, first } = await setUp();
    const confirmed = (await settle(first.body.approval.id, "confirm")).body.approval;
    expect(confirmed).toMatchObject({ status: "confirmed", resolvedAt: expect.any(String) });
    expect(Object.keys(confirmed.result ?? {})).toEqual(result);
    const contractId =
      confirmed.type === "proposal_hire" ? confirmed.result?.contractId : made.ids.contracts[0];
    expect(confirmed).toMatchObject({ ...shape(made), contractId });
    const again = await ask();
    expect([again.status, again.body.code, again.body.details]).toEqual([409, "CONFLICT", afterwards(made)]);
  });
});

test("only other terms take the place of a hire request; another word for a poor fit does not", async () => {
  const made = await sandbox.account();
  const path = `/proposals/${made.ids.proposals[7]}/hire`;
  const terms = { name: "x", description: "y", amount: 5, dueDate: "2026-12-01" };
  const hire = async (milestone: object, more: object = { confirmNotFitOverride: true }) =>
    (await sandbox.call(made.tokens.agent, "POST", path, { milestone, ...more })).body.approval?.id;
  let current = await hire(terms);
  expect(await hire(terms, { confirmNotFitOverride: true, unheardOf: 1 })).toBe(current);
  for (const change of [{ name: "z" }, { description: null }, { amount: 5.01 }, { dueDate: null }]) {
    const next = await hire({ ...terms, ...change });
    expect(next, JSON.stringify(change)).not.toBe(current);
    current = await hire(terms);
    expect(current).not.toBe(next);
  }
  const { approvals } = (await sandbox.door("GET", `/truth?accountId=${made.accountId}`)).body;
  expect(approvals.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 8 }, () => "expired"),
    "pending",
  ]);
});

test("asked many times at once there is one request, and with many terms one that waits", async () => {
  const made = await sandbox.account();
  const path = `/proposals/${made.ids.proposals[0]}/hire`;
  const hire = async (amount: number) =>
    (await sandbox.call(made.tokens.agent, "POST", path, { milestone: { name: "x", amount } })).body.approval
      .id;
  expect(new Set(await Promise.all([5, 5, 5, 5, 5].map(hire))).size).toBe(1);
  await Promise.all([6, 7, 8, 9].map(hire));
  const { approvals } = (await sandbox.door("GET", `/truth?accountId=${made.accountId}`)).body;
  expect(approvals.filter(({ status }) => status === "pending")).toHaveLength(1);
  expect(approvals).toHaveLength(5);
});
