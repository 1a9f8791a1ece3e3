import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { centsFromRate } from "./money/multiply";
import type { Transaction } from "./state/transaction";
import { type Made, type OpenSandbox, openSandbox } from "./testing/open-sandbox";

let sandbox: OpenSandbox;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const HOUR = 3_600_000;

type Move =
  | { kind: "hire"; at: number; cents: number }
  | { kind: "create"; at: number; cents: number; volume: number }
  | { kind: "topUp"; cents: number; paid: number }
  | { kind: "use"; at: number; seconds: number; labels: number }
  | { kind: "fund" | "approve" | "end" | "decline"; at: number }
  | {
      kind: "confirm";
      at: number;
      payWith: "card" | "credits";
      settle: "release" | "refund";
      edit: number | null;
    }
  | { kind: "clock"; hours: number };

const at = fc.nat(40);
const cents = fc.integer({ min: 1, max: 60_000 });
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("hire" as const), at, cents: fc.constantFrom(100, 4505) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("create" as const),
      at,
      cents,
      volume: fc.integer({ min: 1, max: 3000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("topUp" as const),
      cents: fc.integer({ min: 900, max: 90_000 }),
      paid: fc.nat(2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("use" as const),
      at,
      seconds: fc.nat(40_000),
      labels: fc.nat(2000),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom("fund" as const, "approve" as const), at }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("end" as const, "decline" as const), at }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("confirm" as const),
      at,
      payWith: fc.constantFrom("card" as const, "credits" as const),
      settle: fc.constantFrom("release" as const, "refund" as const),
      edit: fc.option(cents, { freq: 4 }),
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
        ...(step.at % 3 === 0 ? { volume: step.volume / 10 } : { amountUsd: step.cents / 100 }),
      });
      return;
    case "topUp": {
      const { topUpId } = (await agent("/credits/top-ups", { amountUsd: step.cents / 100 })).body;
      for (let times = 0; times < step.paid; times++) await sandbox.door("POST", `/top-ups/${topUpId}/pay`);
      return;
    }
    case "use": {
      const { seconds, labels } = step;
      await sandbox.door("POST", `/contracts/${pick(truth.contracts, step.at)?.id}/usage`, {
        seconds,
        labels,
      });
      return;
    }
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
      const { payWith, settle, edit } = step;
      const approval = pick(pending, step.at);
      const edited = edit !== null &&
        approval?.type === "proposal_hire" && { milestone: { amount: edit / 100 } };
      const body = { payWith, settle, ...edited };
      await sandbox.door("POST", `/approvals/${approval?.id}/confirm`, body);
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

/** What the account's own rows must add up to, whatever the answers say. */
function books(tx: Transaction, accountId: string) {
  const milestones = tx.of("milestones", accountId);
  const invoices = tx.of("invoices", accountId);
  const paid = tx.of("topUps", accountId).filter(({ status }) => status === "COMPLETED");
  const arrived = tx.of("ledger", accountId).filter(({ topUpId }) => topUpId);
  expect(arrived.map(({ topUpId, amountCents }) => [topUpId, amountCents]).toSorted()).toEqual(
    paid.map(({ id, amountCents }) => [id, amountCents]).toSorted(),
  );
  const payouts = invoices.filter(({ kind }) => kind === "PAYOUT");
  const released = milestones.filter(({ state }) => state === "released");
  const amounts = (rows: { amountCents: number }[]) => sum(rows.map(({ amountCents }) => amountCents));
  expect(payouts.map(({ milestoneId }) => milestoneId).toSorted()).toEqual(
    released.map(({ id }) => id).toSorted(),
  );
  expect(amounts(payouts)).toBe(tx.account(accountId).books.paidOutCents);
  const funding = invoices.filter(({ kind }) => kind === "FUNDING").map(({ id }) => id);
  const everFunded = milestones.filter(({ fundedBy }) => fundedBy !== null);
  expect(everFunded.map(({ invoiceId }) => invoiceId).toSorted()).toEqual(funding.toSorted());
  expect(new Set(invoices.map(({ number }) => number)).size).toBe(invoices.length);
  const byCredits = milestones.filter(({ state, fundedBy }) => state === "funded" && fundedBy === "credits");
  expect(amounts(byCredits)).toBe(tx.account(accountId).reservedCents);
  for (const { contractId, number, volume, amountCents } of milestones) {
    const { rateUsd, paymentType, status } = tx.must("contracts", contractId);
    if (paymentType === "FIXED_PRICE" || rateUsd === null) expect(volume).toBeNull();
    // The first one's volume follows from its amount, so it comes back to the cent only roughly.
    else if (number > 1) expect(centsFromRate(rateUsd, volume ?? 0)).toBe(amountCents);
    if (status === "ended")
      expect(milestones.some((m) => m.contractId === contractId && m.state === "funded")).toBe(false);
  }
}

const feesOf = (cents: number) => Math.floor((cents * 10 + 50) / 100);

/** Fees are taken when a hire or a funding is confirmed, in the documented amount, and at no other time. */
function checkFees(before: Truth, after: Truth): void {
  const isNew = ({ id }: { id: string }) =>
    before.approvals.find((was) => was.id === id)?.status !== "confirmed";
  const milestones = after.contracts.flatMap((contract) => contract.milestones);
  const fees = after.approvals
    .filter((approval) => approval.status === "confirmed" && isNew(approval))
    .map(({ type, milestoneId, result }) => {
      const hired = after.contracts.find(({ id }) => id === result?.contractId)?.milestones[0];
      if (type === "proposal_hire") return feesOf(Math.round((hired?.amountUsd ?? 0) * 100)) + 995;
      const funded = milestones.find(({ id }) => id === milestoneId);
      return type === "milestone_fund" ? feesOf(Math.round((funded?.amountUsd ?? 0) * 100)) : 0;
    });
  expect(after.credits.books.feesCents - before.credits.books.feesCents).toBe(sum(fees));
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
  const hired = after.approvals.filter(
    ({ type, status }) => type === "proposal_hire" && status === "confirmed",
  );
  expect(new Set(hired.map(({ proposalId }) => proposalId)).size).toBe(hired.length);
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
        checkFees(before, after);
        await sandbox.store.transact((tx) => books(tx, made.accountId));
        checkApprovals(before, after);
        before = after;
      }
    }),
    { seed: 20_261_121, numRuns: 8 },
  );
}, 30_000);
