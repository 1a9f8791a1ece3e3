import { expect } from "vitest";
import type { Guesses } from "../guesses";
import { centsFromRate } from "../money/multiply";
import type { Transaction } from "../state/transaction";
import type { Truth } from "./moves";

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

export function checkMoney({ credits, ledger, contracts }: Truth): void {
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
export function checkBooks(tx: Transaction, accountId: string) {
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

const feesOf = (cents: number, percent: number) => Math.floor((cents * percent + 50) / 100);

/** Fees are taken when a hire or a funding is confirmed, in the documented amount, and at no other time. */
export function checkFees(before: Truth, after: Truth, { fundFeePercent }: Guesses): void {
  const isNew = ({ id }: { id: string }) =>
    before.approvals.find((was) => was.id === id)?.status !== "confirmed";
  const milestones = after.contracts.flatMap((contract) => contract.milestones);
  const fees = after.approvals
    .filter((approval) => approval.status === "confirmed" && isNew(approval))
    .map(({ type, milestoneId, result }) => {
      const hired = after.contracts.find(({ id }) => id === result?.contractId)?.milestones[0];
      if (type === "proposal_hire") return feesOf(Math.round((hired?.amountUsd ?? 0) * 100), 10) + 995;
      const funded = milestones.find(({ id }) => id === milestoneId);
      return type === "milestone_fund"
        ? feesOf(Math.round((funded?.amountUsd ?? 0) * 100), fundFeePercent)
        : 0;
    });
  expect(after.credits.books.feesCents - before.credits.books.feesCents).toBe(sum(fees));
}

export function checkApprovals(before: Truth, after: Truth, { supersededEvent }: Guesses): void {
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
  const settled = after.approvals.filter(
    ({ status, supersededBy }) => status !== "pending" && (supersededEvent || supersededBy === null),
  );
  expect(told.toSorted()).toEqual(settled.map(({ id, status }) => `${id} ${status}`).toSorted());
  const hired = after.approvals.filter(
    ({ type, status }) => type === "proposal_hire" && status === "confirmed",
  );
  expect(new Set(hired.map(({ proposalId }) => proposalId)).size).toBe(hired.length);
  const ids = after.events.map(({ id }) => Number(id));
  expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  expect(new Set(ids).size).toBe(ids.length);
}
