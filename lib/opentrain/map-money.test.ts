import { describe, expect, test } from "vitest";
import { mapContract } from "./map";
import { mapLedger, mapPayments, mapTopUp } from "./map-money";
import { parsePlainJson } from "./plain-json";
import * as samples from "./samples";
import { contractAnswer, ledgerAnswer, paymentsAnswer, topUpAnswer } from "./schemas";

describe("the ledger", () => {
  const read = (entry: Record<string, unknown>) =>
    mapLedger(ledgerAnswer.parse({ entries: [{ id: "led_1", ...entry }] })).entries[0];

  test("keeps the sign, and calls a proposal a proposal", () => {
    const page = mapLedger(ledgerAnswer.parse(parsePlainJson(samples.ledger)));
    expect(page).toMatchObject({
      entries: [
        { id: "led_2", type: "HOLD", amountCents: -20_795, proposalId: "prop_oak3", topUpId: null },
        { id: "led_1", type: "TOP_UP", amountCents: 250_000, proposalId: null, topUpId: "top_1" },
      ],
      nextCursor: null,
      setAside: 0,
    });
    expect(page.entries[0]).not.toHaveProperty("jobofferId");
  });
  test("loses no entry to a bad figure, and no list to a bad entry", () => {
    expect(read({ type: "BONUS", amountCents: -1.5 })).toMatchObject({
      type: "BONUS",
      amountCents: null,
      amountUnreadable: "-1.5",
    });
    expect(read({})).toMatchObject({ amountCents: null, amountUnreadable: null });
    const entries = [null, { type: "HOLD" }, { id: "led_1", amountCents: 5 }];
    expect(mapLedger(ledgerAnswer.parse({ entries }))).toMatchObject({
      entries: [{ id: "led_1", amountCents: 5 }],
      setAside: 2,
    });
  });
});

test("a top-up", () => {
  expect(mapTopUp(topUpAnswer.parse(parsePlainJson(samples.topUp)))).toEqual({
    id: "top_1",
    status: "PENDING",
    amountCents: 250_000,
    amountUnreadable: null,
    createdAt: new Date("2026-09-20T09:00:00Z"),
    completedAt: null,
    expiresAt: new Date("2026-09-21T09:00:00Z"),
  });
  expect(
    mapTopUp(topUpAnswer.parse({ topUp: { id: "t", amountCents: "100", status: "HELD" } })),
  ).toMatchObject({
    amountCents: null,
    amountUnreadable: "100",
    status: "HELD",
  });
});

describe("pending payments", () => {
  test("are invoices in dollars", () => {
    expect(mapPayments(paymentsAnswer.parse(parsePlainJson(samples.payments)))).toEqual({
      payments: [
        {
          id: "inv_501",
          status: "PENDING_FUNDING",
          invoiceKind: "FUNDING",
          viewerRole: "EMPLOYER",
          amountCents: 24_999,
          amountUnreadable: null,
          createdAt: new Date("2026-09-22T10:00:00Z"),
          invoiceNumber: 501,
          jobId: "job_fern07",
          jobTitle: "Receipt boxes",
          milestoneId: "ms_reed9b",
          milestoneName: "The rest",
        },
      ],
      setAside: 0,
    });
  });
  test("need neither a job nor a milestone nor a figure", () => {
    const payments = [{ id: "inv_1", amountUsd: 9.999, invoiceNumber: 1.5, job: "gone" }];
    expect(mapPayments(paymentsAnswer.parse({ payments })).payments).toMatchObject([
      { amountCents: null, amountUnreadable: "9.999", invoiceNumber: null, jobId: null, milestoneId: null },
    ]);
  });
});

describe("a budget", () => {
  const read = (budget: unknown) =>
    mapContract(contractAnswer.parse({ contract: { id: "c", budget } }).contract);

  test("comes with one contract", () => {
    const { contract } = contractAnswer.parse(parsePlainJson(samples.contractWithBudget));
    expect(mapContract(contract).budget).toEqual({
      state: "LOW",
      paymentType: "PAY_PER_HOUR",
      fundedVolume: "40",
      fundedAmountCents: 50_000,
      fundedAmountUnreadable: null,
      consumedVolume: "32.5",
      remainingVolume: "7.5",
      consumedFraction: "0.8125",
      activeMilestoneId: "ms_reed9a",
      lastUsageAt: new Date("2026-09-30T16:20:00Z"),
    });
  });
  test.each([[undefined], [null], ["none"], [[]]])("that is %j is unknown", (budget) =>
    expect(read(budget)).toMatchObject({ id: "c", budget: null }),
  );
  test("with a bad figure is still a budget", () => {
    expect(read({ state: "OK", fundedAmountUsd: 1.001, consumedVolume: "lots" }).budget).toMatchObject({
      state: "OK",
      fundedAmountCents: null,
      fundedAmountUnreadable: "1.001",
      consumedVolume: null,
    });
  });
});
