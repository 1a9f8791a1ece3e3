import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Made, type OpenSandbox, ORIGIN, openSandbox } from "../testing/open-sandbox";

let sandbox: OpenSandbox;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

type Ask = {
  made: Made;
  call: (method: string, path: string, body?: unknown) => ReturnType<OpenSandbox["call"]>;
};
type Case = [
  reason: string,
  status: number,
  options: object,
  ask: (world: Ask) => Promise<unknown>,
  more: object,
];

const HIRE = { milestone: { name: "x", amount: 5 } };
const billing = { billingUrl: `${ORIGIN}/settings/billing` };
const claim = (action: string) => ({ action, claimUrl: `${ORIGIN}/claim` });
const UNCLAIMED = { claimed: false };
const POOR = { card: false, creditsCents: 0 };

const hire =
  (at: number) =>
  ({ made, call }: Ask) =>
    call("POST", `/proposals/${made.ids.proposals[at]}/hire`, HIRE);
const milestone =
  (verb: string, at: number) =>
  ({ made, call }: Ask) =>
    call("POST", `/milestones/${made.ids.milestones[at]}/${verb}`);
const contract =
  (what: string, body?: object) =>
  ({ made, call }: Ask) =>
    call("POST", `/contracts/${made.ids.contracts[0]}/${what}`, body);
const ended = (then: (world: Ask) => Promise<unknown>) => async (world: Ask) => {
  const asked = await contract("end")(world);
  await sandbox.door("POST", `/approvals/${asked.body.approval.id}/confirm`, {});
  return then(world);
};
const NEW = { description: "x", amountUsd: 5 };

/** By the state of a milestone: 0 not funded, 1 funded, 2 handed in, 3 released, 4 cancelled, 5 refunded. */
const CASES: Case[] = [
  ["account_claim_required", 403, UNCLAIMED, hire(0), claim("hire from a proposal")],
  ["account_claim_required", 403, UNCLAIMED, milestone("fund", 0), claim("fund a milestone")],
  ["account_claim_required", 403, UNCLAIMED, milestone("approve", 1), claim("release a milestone")],
  ["account_claim_required", 403, UNCLAIMED, contract("end"), claim("end a contract")],
  ["account_claim_required", 403, UNCLAIMED, contract("milestones", NEW), claim("create a milestone")],
  ["payment_method_required", 409, POOR, hire(0), billing],
  ["payment_method_required", 409, POOR, milestone("fund", 0), billing],
  ["payment_method_required", 409, { card: false, creditsCents: 27_499 }, milestone("fund", 0), billing],
  ["already_accepted", 409, {}, hire(6), {}],
  ["not_fit_confirmation_required", 409, {}, hire(7), {}],
  ["milestone_not_fundable", 409, {}, milestone("fund", 1), { status: "ACTIVE_FUNDED" }],
  ["milestone_not_fundable", 409, {}, milestone("fund", 3), { status: "PAID" }],
  ["milestone_not_fundable", 409, {}, milestone("fund", 5), { status: "REFUNDED" }],
  ["milestone_not_funded", 409, {}, milestone("approve", 0), { status: "NOT_FUNDED" }],
  ["milestone_not_releasable", 409, {}, milestone("approve", 3), { status: "PAID" }],
  ["milestone_not_releasable", 409, {}, milestone("approve", 5), { status: "REFUNDED" }],
  ["milestone_cancelled", 409, {}, milestone("fund", 4), {}],
  ["milestone_cancelled", 409, {}, milestone("approve", 4), {}],
  ["contract_ended", 409, {}, ended(milestone("fund", 0)), { contractId: true }],
  ["contract_ended", 409, {}, ended(milestone("approve", 3)), { contractId: true }],
  ["contract_ended", 409, {}, ended(contract("milestones", NEW)), { contractId: true }],
  ["contract_ended", 409, {}, ended(contract("end")), { contractId: true }],
];

describe("every reason is told with exactly its details", () => {
  test.each(CASES)("%s (%d) %j", async (reason, status, options, ask, more) => {
    const made = await sandbox.account(options);
    const call: Ask["call"] = (method, path, body) => sandbox.call(made.tokens.agent, method, path, body);
    const heard = (await ask({ made, call })) as Awaited<ReturnType<Ask["call"]>>;
    const ids = "contractId" in more ? { contractId: made.ids.contracts[0] } : more;
    expect([heard.status, heard.body.details]).toEqual([status, { reason, ...ids }]);
    expect(Object.keys(heard.body)).toEqual(["error", "code", "requestId", "details"]);
  });
});

test("credits for the whole charge are as good as a card", async () => {
  const made = await sandbox.account({ card: false, creditsCents: 27_500 });
  const path = `/milestones/${made.ids.milestones[0]}/fund`;
  const { approval } = (await sandbox.call(made.tokens.agent, "POST", path)).body;
  const paid = await sandbox.door("POST", `/approvals/${approval.id}/confirm`, {});
  expect(Object.keys(paid.body.approval.result ?? {})).toEqual(["invoiceId"]);
  expect((await sandbox.call(made.tokens.agent, "GET", "/payments/pending")).body.payments).toEqual([]);
});

test("every refusal is the same envelope with an id of its own", async () => {
  const made = await sandbox.account();
  const heard = await Promise.all([
    sandbox.call(null, "GET", "/credits"),
    sandbox.call(made.tokens.member, "POST", "/credits/top-ups", {}),
    sandbox.call(made.tokens.owner, "GET", "/contracts?status=x"),
    sandbox.call(made.tokens.owner, "GET", "/contracts/x"),
    sandbox.call(made.tokens.owner, "GET", "/nothing/here"),
    sandbox.call(made.tokens.owner, "POST", `/contracts//end`),
    sandbox.call(made.tokens.owner, "DELETE", "/contracts/x"),
  ]);
  expect(heard.map(({ status, body }) => [status, body.code])).toEqual([
    [401, "UNAUTHORIZED"],
    [403, "FORBIDDEN"],
    [400, "BAD_REQUEST"],
    [404, "NOT_FOUND"],
    [404, "NOT_FOUND"],
    [400, "BAD_REQUEST"],
    [404, "NOT_FOUND"],
  ]);
  for (const { body, headers } of heard) {
    expect(typeof body.error).toBe("string");
    expect(body.requestId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(headers.get("content-type")).toMatch(/^application\/json/);
  }
  expect(new Set(heard.map(({ body }) => body.requestId)).size).toBe(heard.length);
});

test.each([
  ["contracts", "contracts", "contractId"],
  ["approvals", "approvals", "approvalId"],
  ["credits/top-ups", "credit-top-ups", "topUpId"],
  ["proposals", "proposals", "proposalId"],
])("what is not there is named: %s", async (path, resource, idName) => {
  const { tokens } = await sandbox.account();
  const heard = await sandbox.call(tokens.owner, "GET", `/${path}/nothing`);
  expect([heard.status, heard.body.details]).toEqual([404, { resource, [idName]: "nothing" }]);
});
