import { afterAll, beforeAll, expect, test } from "vitest";
import { type Made, type OpenSandbox, ORIGIN, openSandbox } from "../testing/open-sandbox";

const HOUR = 3_600_000;

let sandbox: OpenSandbox;
let made: Made;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const agent = (method: string, path: string, body?: unknown) =>
  sandbox.call(made.tokens.agent, method, path, body);
const read = async (id: string) => (await agent("GET", `/credits/top-ups/${id}`)).body.topUp;
const credits = async () => (await agent("GET", "/credits")).body.credits;

test("a top-up charges nothing until a human pays, then arrives once", async () => {
  made = await sandbox.account();
  const created = await agent("POST", "/credits/top-ups", { amountUsd: 250.5 });
  expect(created.status).toBe(201);
  const { topUpId, topUp } = created.body;
  expect(created.body).toEqual({
    topUpId,
    checkoutUrl: `${ORIGIN}/checkout/${topUpId}`,
    expiresAt: topUp.expiresAt,
    topUp: {
      id: topUpId,
      status: "PENDING",
      amountCents: 25_050,
      createdAt: topUp.createdAt,
      completedAt: null,
      expiresAt: new Date(Date.parse(topUp.createdAt) + 24 * HOUR).toISOString(),
    },
    message: expect.any(String),
  });
  expect(await credits()).toEqual({
    availableCents: 0,
    reservedCents: 0,
    currency: "usd",
    recentEntries: [],
  });
  const paid = await sandbox.door("POST", `/top-ups/${topUpId}/pay`);
  expect(paid.body.topUp).toMatchObject({ status: "COMPLETED", completedAt: expect.any(String) });
  expect(await read(topUpId)).toEqual(paid.body.topUp);
  expect((await sandbox.door("POST", `/top-ups/${topUpId}/pay`)).status).toBe(409);
  const { availableCents, recentEntries } = await credits();
  expect(availableCents).toBe(25_050);
  expect(recentEntries).toMatchObject([{ type: "TOP_UP", amountCents: 25_050, topUpId, jobofferId: null }]);
});

test("asked twice there are two, and the short name of the amount is taken too", async () => {
  made = await sandbox.account();
  const ids = await Promise.all(
    [{ amountUsd: 10 }, { amount: 10 }, { amountUsd: 10_000, amount: 1 }].map(
      async (body) => (await agent("POST", "/credits/top-ups", body)).body.topUp,
    ),
  );
  expect(new Set(ids.map(({ id }) => id)).size).toBe(3);
  expect(ids.map(({ amountCents }) => amountCents)).toEqual([1000, 1000, 1_000_000]);
});

test("one nobody pays expires when it is next read, and one left is cancelled", async () => {
  made = await sandbox.account();
  const make = async () => (await agent("POST", "/credits/top-ups", { amountUsd: 20 })).body.topUpId;
  const [late, left] = [await make(), await make()];
  expect((await sandbox.door("POST", `/top-ups/${left}/cancel`)).body.topUp.status).toBe("CANCELED");
  await sandbox.door("POST", "/clock", { accountId: made.accountId, advanceMs: 24 * HOUR - 60_000 });
  expect((await read(late)).status).toBe("PENDING");
  await sandbox.door("POST", "/clock", { accountId: made.accountId, advanceMs: 60_000 });
  expect(await read(late)).toMatchObject({ status: "EXPIRED", completedAt: null });
  expect((await read(left)).status).toBe("CANCELED");
  expect((await sandbox.door("POST", `/top-ups/${late}/pay`)).status).toBe(409);
  expect((await credits()).availableCents).toBe(0);
});

test("one of another account is not there", async () => {
  made = await sandbox.account();
  const { topUpId } = (await agent("POST", "/credits/top-ups", { amountUsd: 20 })).body;
  made = await sandbox.account();
  const heard = await agent("GET", `/credits/top-ups/${topUpId}`);
  expect([heard.status, heard.body.details]).toEqual([404, { resource: "credit-top-ups", topUpId }]);
});

test("the control calls that pay and record work take what they know and find what there is", async () => {
  made = await sandbox.account();
  const contract = `/contracts/${made.ids.contracts[0]}/usage`;
  const { topUpId } = (await agent("POST", "/credits/top-ups", { amountUsd: 20 })).body;
  const cases: [path: string, body: object, status: number][] = [
    ["/top-ups/nothing/pay", {}, 404],
    ["/top-ups/nothing/cancel", {}, 404],
    [`/top-ups/${topUpId}/pay`, { amountUsd: 1 }, 400],
    ["/contracts/nothing/usage", {}, 404],
    [contract, { hours: 1 }, 400],
    [contract, { seconds: -1 }, 400],
    [contract, { seconds: 1.5 }, 400],
    [contract, { seconds: 1, labels: 1, tasks: 1 }, 200],
  ];
  for (const [path, body, status] of cases) {
    expect((await sandbox.door("POST", path, body)).status, `${path} ${JSON.stringify(body)}`).toBe(status);
  }
  expect((await read(topUpId)).status).toBe("PENDING");
});
