import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Made, type OpenSandbox, openSandbox } from "./testing/open-sandbox";

let sandbox: OpenSandbox;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const HOUR = 3_600_000;

type Move =
  | { kind: "hire"; at: number; cents: number }
  | { kind: "create"; at: number; cents: number }
  | { kind: "fund" | "approve" | "end" | "decline"; at: number }
  | { kind: "confirm"; at: number; payWith: "card" | "credits"; settle: "release" | "refund" }
  | { kind: "clock"; hours: number };

const at = fc.nat(40);
const cents = fc.integer({ min: 1, max: 60_000 });
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("hire" as const), at, cents: fc.constantFrom(100, 4505) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("create" as const), at, cents }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom("fund" as const, "approve" as const), at }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("end" as const, "decline" as const), at }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("confirm" as const),
      at,
      payWith: fc.constantFrom("card" as const, "credits" as const),
      settle: fc.constantFrom("release" as const, "refund" as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("clock" as const), hours: fc.integer({ min: 1, max: 50 }) }),
  },
);

const truthOf = async (made: Made) => (await sandbox.door("GET", `/truth?accountId=${made.accountId}`)).body;
type Truth = Awaited<ReturnType<typeof truthOf>>;

async function play(made: Made, truth: Truth, step: Move): Promise<void> {
  const pick = <T>(list: T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
  const milestones = truth.contracts.flatMap((contract) => contract.milestones);
  const pending = truth.approvals.filter(({ status }) => status === "pending");
  const agent = (path: string, body?: unknown) => sandbox.call(made.tokens.agent, "POST", path, body);
  switch (step.kind) {
    case "hire": {
      const milestone = { name: "Batch", amount: step.cents / 100 };
      await agent(`/proposals/${pick(made.ids.proposals, step.at)}/hire`, {
        milestone,
        confirmNotFitOverride: true,
      });
      return;
    }
    case "create":
      await agent(`/contracts/${pick(truth.contracts, step.at)?.id}/milestones`, {
        description: "More",
        amountUsd: step.cents / 100,
      });
      return;
    case "fund":
    case "approve":
      await agent(`/milestones/${pick(milestones, step.at)?.id}/${step.kind}`);
      return;
    case "end":
      await agent(`/contracts/${pick(truth.contracts, step.at)?.id}/end`);
      return;
    case "decline":
      await sandbox.door("POST", `/approvals/${pick(pending, step.at)?.id}/decline`);
      return;
    case "confirm": {
      const { payWith, settle } = step;
      await sandbox.door("POST", `/approvals/${pick(pending, step.at)?.id}/confirm`, { payWith, settle });
      return;
    }
    case "clock":
      await sandbox.door("POST", "/clock", { accountId: made.accountId, advanceMs: step.hours * HOUR });
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

function checkMoney({ credits, ledger, contracts }: Truth): void {
  const { books, availableCents, reservedCents } = credits;
  const funded = contracts
    .flatMap((one) => one.milestones)
    .filter(({ status }) => status === "ACTIVE_FUNDED");
  const escrow = sum(funded.map(({ amountUsd }) => Math.round(amountUsd * 100)));
  const outside = books.paidOutCents + books.feesCents + books.cardRefundedCents;
  expect(books.toppedUpCents + books.cardChargedCents).toBe(availableCents + escrow + outside);
  const of = (...types: string[]) =>
    sum(ledger.filter(({ type }) => types.includes(type)).map(({ amountCents }) => amountCents));
  expect(availableCents).toBe(of("TOP_UP", "HOLD", "HOLD_RELEASE"));
  expect(reservedCents).toBe(-of("HOLD", "HOLD_RELEASE") + of("CAPTURE"));
  expect(Math.min(availableCents, reservedCents)).toBeGreaterThanOrEqual(0);
}

function checkApprovals(before: Truth, after: Truth): void {
  for (const was of before.approvals) {
    if (was.status === "pending") continue;
    expect(after.approvals.find(({ id }) => id === was.id)).toEqual(was);
  }
  const live = after.approvals.filter(({ status }) => status === "pending");
  const subjects = live.map((one) => `${one.type} ${one.proposalId} ${one.milestoneId} ${one.contractId}`);
  expect(new Set(subjects).size).toBe(subjects.length);
  const told = after.events
    .filter(({ type }) => type === "approval.confirmed")
    .map(({ data }) => `${data.approvalId} ${data.status}`);
  const settled = after.approvals.filter(({ status }) => status !== "pending");
  expect(told.toSorted()).toEqual(settled.map(({ id, status }) => `${id} ${status}`).toSorted());
  const ids = after.events.map(({ id }) => Number(id));
  expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  expect(new Set(ids).size).toBe(ids.length);
}

test("whatever is asked and answered, in whatever order, every cent and every state is accounted for", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 60, maxLength: 60 }), async (moves) => {
      const made = await sandbox.account({ creditsCents: 80_000 });
      let before = await truthOf(made);
      for (const step of moves) {
        await play(made, before, step);
        const after = await truthOf(made);
        checkMoney(after);
        checkApprovals(before, after);
        before = after;
      }
    }),
    { seed: 20_261_121, numRuns: 8 },
  );
}, 30_000);
