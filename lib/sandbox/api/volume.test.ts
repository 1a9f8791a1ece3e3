import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Made, type OpenSandbox, openSandbox } from "../testing/open-sandbox";

let sandbox: OpenSandbox;
let made: Made;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const agent = (method: string, path: string, body?: unknown) =>
  sandbox.call(made.tokens.agent, method, path, body);
const confirm = async (id: string, body: object = {}) =>
  (await sandbox.door("POST", `/approvals/${id}/confirm`, body)).body.approval;
const read = async (id: string) => (await agent("GET", `/contracts/${id}`)).body.contract;

/** In the scenario: 2 bids 18 an hour, 4 bids 0.035 a label, 5 bids a fixed sum for work paid by the label. */
async function hire(at: number, amount: number, options: object = {}): Promise<string> {
  made = await sandbox.account(options);
  const path = `/proposals/${made.ids.proposals[at]}/hire`;
  const { approval } = (await agent("POST", path, { milestone: { name: "First", amount } })).body;
  return String((await confirm(approval.id)).result?.contractId);
}

describe("a contract by the hour", () => {
  test("has its rate from the bid, and its first volume from the amount", async () => {
    const contract = await read(await hire(2, 450));
    expect(contract).toMatchObject({
      paymentType: "PAY_PER_HOUR",
      rateUsd: 18,
      estimatedTotalUsd: 450,
      estimatedVolume: 25,
      milestones: [{ amountUsd: 450, volume: 25, status: "ACTIVE_FUNDED" }],
      budget: { paymentType: "PAY_PER_HOUR", fundedVolume: 25, fundedAmountUsd: 450, remainingVolume: 25 },
    });
  });

  test("takes milestones by volume, and an amount only if it is rate times volume", async () => {
    const path = `/contracts/${await hire(2, 450)}/milestones`;
    const create = async (more: object) => {
      const { status, body } = await agent("POST", path, { description: "x", ...more });
      return [status, body.details?.field ?? [body.milestone.amountUsd, body.milestone.volume]];
    };
    expect(await create({ volume: 7.5 })).toEqual([201, [135, 7.5]]);
    expect(await create({ volume: 10, amountUsd: 180 })).toEqual([201, [180, 10]]);
    expect(await create({ volume: 10, amountUsd: 180.01 })).toEqual([400, "amountUsd"]);
    expect(await create({ amountUsd: 180 })).toEqual([400, "volume"]);
    expect(await create({ volume: 0 })).toEqual([400, "volume"]);
  });

  test("is OK below four fifths, LOW from there, DEPLETED when used up, and OK again with more money", async () => {
    const id = await hire(2, 180);
    const use = async (seconds: number) => {
      const { budget } = JSON.parse((await sandbox.door("POST", `/contracts/${id}/usage`, { seconds })).text);
      return [budget.state, budget.consumedVolume, budget.remainingVolume, budget.consumedFraction];
    };
    expect(await use(8 * 3600 - 36)).toEqual(["OK", 7.99, 2.01, 0.799]);
    expect(await use(36)).toEqual(["LOW", 8, 2, 0.8]);
    expect(await use(2 * 3600)).toEqual(["DEPLETED", 10, 0, 1]);
    expect(await use(3600)).toEqual(["DEPLETED", 11, 0, 1.1]);
    const { milestone } = (
      await agent("POST", `/contracts/${id}/milestones`, { description: "x", volume: 10 })
    ).body;
    const { approval } = (await agent("POST", `/milestones/${milestone.id}/fund`)).body;
    await confirm(approval.id);
    const contract = await read(id);
    expect(contract.budget).toMatchObject({
      state: "OK",
      fundedVolume: 20,
      consumed: { seconds: 39_600, hours: 11, labels: 0, tasks: 0 },
      remainingVolume: 9,
      activeMilestone: { name: "First", amountUsd: 180, volume: 10, status: "ACTIVE_FUNDED" },
      lastUsageAt: expect.any(String),
    });
    const { events } = (await agent("GET", "/updates?limit=200")).body;
    const told = events.filter(({ type }) => type === "contract.budget_state_changed");
    expect(told.map(({ data }) => [data.previousState, data.state])).toEqual([
      ["OK", "LOW"],
      ["LOW", "DEPLETED"],
      ["DEPLETED", "OK"],
    ]);
    expect(told[0]).toMatchObject({
      resourceId: id,
      data: {
        contractId: id,
        paymentType: "PAY_PER_HOUR",
        fundedVolume: 10,
        consumedVolume: 8,
        remainingVolume: 2,
        consumedFraction: 0.8,
      },
    });
  });

  test("counts what is completed as funded, and what was given back no longer", async () => {
    const id = await hire(2, 180);
    const release = (await agent("POST", `/milestones/${(await read(id)).milestones[0]?.id}/approve`)).body;
    await confirm(release.approval.id);
    expect((await read(id)).budget).toMatchObject({ fundedVolume: 10, activeMilestone: null });
    const other = await hire(2, 180);
    const end = (await agent("POST", `/contracts/${other}/end`)).body;
    await confirm(end.approval.id, { settle: "refund" });
    expect((await read(other)).budget).toMatchObject({ fundedVolume: 0, fundedAmountUsd: 0, state: "OK" });
  });
});

describe("a contract by the label", () => {
  test("counts labels, at rates below a cent", async () => {
    const id = await hire(4, 35);
    const created = await agent("POST", `/contracts/${id}/milestones`, { description: "x", volume: 1001 });
    expect(created.body.milestone).toMatchObject({ amountUsd: 35.04, volume: 1001 });
    await sandbox.door("POST", `/contracts/${id}/usage`, { labels: 800, tasks: 3, seconds: 60 });
    expect(await read(id)).toMatchObject({
      paymentType: "PAY_PER_LABEL",
      rateUsd: 0.035,
      budget: {
        state: "LOW",
        fundedVolume: 1000,
        consumedVolume: 800,
        consumed: { seconds: 60, hours: 0.0167, labels: 800, tasks: 3 },
      },
    });
  });

  test("without a rate takes no further milestone", async () => {
    const id = await hire(5, 35);
    expect(await read(id)).toMatchObject({ rateUsd: null, milestones: [{ amountUsd: 35, volume: null }] });
    const refused = await agent("POST", `/contracts/${id}/milestones`, { description: "x", volume: 10 });
    expect([refused.status, refused.body.details]).toEqual([409, { reason: "contract_rate_missing" }]);
  });
});

test("a fixed price has no volume and a budget that is always OK", async () => {
  const id = await hire(0, 450);
  const path = `/contracts/${id}/milestones`;
  const field = async (more: object) =>
    (await agent("POST", path, { description: "x", ...more })).body.details?.field;
  expect(await field({ volume: 2 })).toBe("amountUsd");
  expect(await field({ amountUsd: 5, volume: 2 })).toBe("amountUsd");
  await sandbox.door("POST", `/contracts/${id}/usage`, { labels: 800 });
  expect(await read(id)).toMatchObject({
    paymentType: "FIXED_PRICE",
    rateUsd: 450,
    estimatedVolume: null,
    milestones: [{ volume: null }],
    budget: { state: "OK", fundedVolume: 0, consumedVolume: 0, remainingVolume: 0, consumedFraction: 0 },
  });
});
