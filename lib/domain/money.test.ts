import { describe, expect, test } from "vitest";
import { fundFeeCents, hireCharge, percentHalfUpCents } from "./fees";
import { type MoneyFacts, moneyOf } from "./money";
import type { MilestoneRecord, Money, Terms } from "./records";

const terms = (amountCents: number | null): Terms => ({
  name: "Batch 1",
  description: null,
  amountCents,
  dueDate: null,
});

const milestone = (over: Partial<MilestoneRecord> = {}): MilestoneRecord => ({
  id: "ms_1",
  contractId: "ctr_1",
  number: 1,
  name: "Batch 1",
  status: "ACTIVE_FUNDED",
  phase: "funded",
  amountCents: 25_000,
  amountUnreadable: null,
  dueDate: null,
  readAt: new Date(0),
  goneAt: null,
  ...over,
});

const facts = (over: Partial<MoneyFacts>): MoneyFacts => ({
  type: "proposal_hire",
  standing: "open",
  recordedTerms: null,
  toldTerms: null,
  confirmedTerms: null,
  milestone: null,
  contractMilestones: null,
  confirmedReleases: new Set(),
  ...over,
});

const UNKNOWN: Money = {
  kind: "charge",
  currency: "usd",
  amountCents: null,
  feeCents: null,
  initiationCents: null,
  totalCents: null,
  maxTotalCents: null,
  atLeast: false,
  unreadable: null,
  sources: { amount: null, fee: null, initiation: null },
};

describe("fees", () => {
  test("450.00 is charged as 504.95", () => {
    expect(hireCharge(45_000)).toEqual({ feeCents: 4500, initiationCents: 995, totalCents: 50_495 });
  });
  test.each([
    [45_004, 4500],
    [45_005, 4501],
    [45_014, 4501],
    [45_015, 4502],
    [5, 1],
    [4, 0],
    [0, 0],
    [1_000_000_000_000, 100_000_000_000],
  ])("10 %% of %i is %i: half a cent goes up", (amount, fee) =>
    expect(percentHalfUpCents(amount, 10)).toBe(fee),
  );
  test("a fund's fee has both ends", () =>
    expect(fundFeeCents(25_000)).toEqual({ minCents: 0, maxCents: 2500 }));
});

describe("hire", () => {
  const hire450 = {
    ...UNKNOWN,
    amountCents: 45_000,
    feeCents: 4500,
    initiationCents: 995,
    totalCents: 50_495,
    maxTotalCents: 50_495,
  };

  test("uses recorded terms before told ones", () => {
    expect(moneyOf(facts({ recordedTerms: terms(45_000), toldTerms: terms(9900) }))).toEqual({
      ...hire450,
      sources: { amount: "recorded", fee: "estimate", initiation: "estimate" },
    });
  });
  test("uses told terms when there are no others", () => {
    expect(moneyOf(facts({ toldTerms: terms(45_000) })).sources.amount).toBe("agent");
  });
  test("told terms never fill a gap in recorded ones", () => {
    expect(moneyOf(facts({ recordedTerms: terms(null), toldTerms: terms(45_000) }))).toEqual(UNKNOWN);
  });
  test("a pasted one is unknown, not 0", () => expect(moneyOf(facts({}))).toEqual(UNKNOWN));
  test("an unreadable amount says what was said", () => {
    const money = moneyOf(facts({ toldTerms: terms(null), termsUnreadable: "450.005" }));
    expect(money).toEqual({ ...UNKNOWN, unreadable: "450.005" });
  });
  test("confirmed terms are used once it is confirmed, not before", () => {
    const asked = { recordedTerms: terms(45_000), confirmedTerms: terms(40_000) };
    expect(moneyOf(facts({ ...asked, standing: "confirmed" }))).toMatchObject({
      amountCents: 40_000,
      totalCents: 44_995,
      sources: { amount: "opentrain", fee: "estimate" },
    });
    expect(moneyOf(facts({ ...asked, standing: "superseded" })).amountCents).toBe(45_000);
  });
  test("confirmed with a figure that is none is unknown, whatever was asked", () => {
    const asked = { recordedTerms: terms(45_000), confirmedTerms: terms(null) };
    const money = moneyOf(facts({ ...asked, confirmedUnreadable: "450.005", standing: "confirmed" }));
    expect(money).toEqual({ ...UNKNOWN, unreadable: "450.005" });
  });
  test("confirmed and not read yet keeps the asked figure with its source", () => {
    const money = moneyOf(facts({ recordedTerms: terms(45_000), standing: "confirmed" }));
    expect(money).toMatchObject({ amountCents: 45_000, sources: { amount: "recorded" } });
  });
});

describe("fund and release", () => {
  test("a fund of 250.00 carries both ends and no fee", () => {
    expect(moneyOf(facts({ type: "milestone_fund", milestone: milestone() }))).toEqual({
      ...UNKNOWN,
      amountCents: 25_000,
      totalCents: 25_000,
      maxTotalCents: 27_500,
      sources: { amount: "opentrain", fee: null, initiation: null },
    });
  });
  test("a release charges nothing", () => {
    expect(moneyOf(facts({ type: "milestone_approve", milestone: milestone() }))).toEqual({
      ...UNKNOWN,
      kind: "release",
      amountCents: 25_000,
      totalCents: 25_000,
      maxTotalCents: 25_000,
      sources: { amount: "opentrain", fee: null, initiation: null },
    });
  });
  test.each(["milestone_fund", "milestone_approve"])("%s: what an agent says is no amount", (type) => {
    expect(moneyOf(facts({ type, toldTerms: terms(100) })).totalCents).toBeNull();
  });
  test.each(["milestone_fund", "milestone_approve"])("%s with an unreadable amount", (type) => {
    const unread = milestone({ amountCents: null, amountUnreadable: "450.005" });
    expect(moneyOf(facts({ type, milestone: unread }))).toMatchObject({
      totalCents: null,
      unreadable: "450.005",
    });
  });
});

describe("end", () => {
  const end = (contractMilestones: MilestoneRecord[] | null, over: Partial<MoneyFacts> = {}) =>
    moneyOf(facts({ type: "contract_end", contractMilestones, ...over }));

  test("adds up what is funded, handed in or not", () => {
    const money = end([
      milestone(),
      milestone({ id: "ms_2", phase: "submitted", amountCents: 18_000 }),
      milestone({ id: "ms_3", phase: "not_funded", amountCents: 99_900 }),
      milestone({ id: "ms_4", phase: "released", amountCents: 99_900 }),
    ]);
    expect(money).toMatchObject({
      kind: "at_stake",
      totalCents: 43_000,
      maxTotalCents: 43_000,
      atLeast: false,
    });
    expect(money.sources.amount).toBe("opentrain");
  });
  test("a state we cannot place makes it at least", () => {
    expect(end([milestone(), milestone({ id: "ms_2", phase: "other" })])).toMatchObject({
      totalCents: 25_000,
      atLeast: true,
    });
  });
  test("a release OpenTrain confirmed places it, whatever its state is called", () => {
    const odd = [milestone(), milestone({ id: "ms_2", phase: "other" })];
    expect(end(odd, { confirmedReleases: new Set(["ms_2"]) })).toMatchObject({
      totalCents: 25_000,
      atLeast: false,
    });
    const stillFunded = [milestone(), milestone({ id: "ms_2" })];
    expect(end(stillFunded, { confirmedReleases: new Set(["ms_2"]) }).totalCents).toBe(25_000);
  });
  test("an unreadable figure makes it at least", () => {
    const money = end([milestone(), milestone({ id: "ms_2", amountCents: null, amountUnreadable: "1.005" })]);
    expect(money).toMatchObject({ totalCents: 25_000, atLeast: true, unreadable: "1.005" });
  });
  test("one OpenTrain no longer lists was refunded or cancelled", () => {
    expect(end([milestone(), milestone({ id: "ms_2", goneAt: new Date(0) })]).totalCents).toBe(25_000);
  });
  test.each([
    ["a contract never read", null],
    ["a contract whose milestones were not read", []],
    ["only a state we cannot place", [milestone({ phase: "other" })]],
    ["only an unread figure", [milestone({ amountCents: null })]],
  ])("%s is unknown, not 0", (_, milestones) => expect(end(milestones).totalCents).toBeNull());
  test("a settled one keeps what it decided on", () => {
    const previous = end([milestone()]);
    const released = [milestone({ phase: "released" })];
    expect(end(released, { standing: "confirmed", previous })).toEqual(previous);
    expect(end(released, { standing: "confirmed" }).totalCents).toBeNull();
    expect(end(released, { previous }).totalCents).toBe(0);
  });
});

test.each([null, "bonus_pay"])("type %s is unknown money", (type) => {
  expect(moneyOf(facts({ type, recordedTerms: terms(45_000) }))).toEqual({ ...UNKNOWN, kind: "unknown" });
});
