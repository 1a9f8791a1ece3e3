import { describe, expect, test } from "vitest";
import type { Terms } from "./records";
import { firstMilestone, termsConflicts, termsDifferences, termsOfRequest, titleOf } from "./terms";

const terms = (over: Partial<Terms> = {}): Terms => ({
  name: "Batch 1",
  description: "10k images",
  amountCents: 45_000,
  dueDate: "2026-07-15",
  ...over,
});

test.each([
  [
    { milestone: { name: "A", amount: 450.5 } },
    { name: "A", description: null, amountCents: 45_050, dueDate: null },
    null,
  ],
  [
    { milestone: { name: "A", amount: 450.005 } },
    { name: "A", description: null, amountCents: null, dueDate: null },
    "450.005",
  ],
  [{ milestone: { amount: "x" } }, { name: null, description: null, amountCents: null, dueDate: null }, "x"],
  [
    { milestone: { name: "a\0b" } },
    { name: "a\ufffdb", description: null, amountCents: null, dueDate: null },
    null,
  ],
  [{ milestone: {} }, null, null],
  [{ milestone: { name: " ", amount: null, dueDate: 7 } }, null, null],
  [{ milestone: [] }, null, null],
  [{}, null, null],
  [null, null, null],
  ["milestone", null, null],
])("the request %j", (body, read, amountUnreadable) => {
  expect(termsOfRequest(body)).toEqual({ terms: read, amountUnreadable });
});

describe("conflicts", () => {
  test("what we were told against what OpenTrain accepted", () => {
    expect(termsConflicts(terms(), terms({ amountCents: 40_000, name: "Batch 2" }))).toEqual([
      { field: "name", recorded: "Batch 1", told: "Batch 2" },
      { field: "amountCents", recorded: "450.00", told: "400.00" },
    ]);
  });
  test("silence contradicts nothing", () => {
    expect(
      termsConflicts(terms(), terms({ name: null, description: null, amountCents: null, dueDate: null })),
    ).toEqual([]);
    expect(termsConflicts(terms(), null)).toEqual([]);
    expect(termsConflicts(null, terms())).toEqual([]);
  });
});

describe("differences", () => {
  test("every one of them", () => {
    const confirmed = terms({ amountCents: 44_999, description: null, dueDate: "2026-07-16T00:00:00.000Z" });
    expect(termsDifferences(terms({ name: null }), confirmed)).toEqual([
      { field: "name", asked: null, confirmed: "Batch 1" },
      { field: "description", asked: "10k images", confirmed: null },
      { field: "amountCents", asked: "450.00", confirmed: "449.99" },
      { field: "dueDate", asked: "2026-07-15", confirmed: "2026-07-16T00:00:00.000Z" },
    ]);
  });
  test("a day that comes back as midnight UTC is the same day", () => {
    expect(termsDifferences(terms(), terms({ dueDate: "2026-07-15T00:00:00.000Z" }))).toEqual([]);
    expect(termsDifferences(terms(), terms({ dueDate: "2026-07-15T09:00:00.000Z" }))).toHaveLength(1);
  });
  test("nothing asked, nothing differs", () => expect(termsDifferences(null, terms())).toEqual([]));
});

test.each([
  [
    { confirmedTerms: terms({ name: "C" }), milestoneName: "M", recordedTerms: terms() },
    { text: "C", source: "opentrain" },
  ],
  [
    { milestoneName: "M", recordedTerms: terms(), jobTitle: "J" },
    { text: "M", source: "opentrain" },
  ],
  [
    { recordedTerms: terms(), toldTerms: terms({ name: "T" }) },
    { text: "Batch 1", source: "recorded" },
  ],
  [
    { recordedTerms: terms({ name: null }), toldTerms: terms({ name: "T" }), jobTitle: "J" },
    { text: "J", source: "opentrain" },
  ],
  [
    { toldTerms: terms({ name: "T" }), jobTitle: "J" },
    { text: "T", source: "agent" },
  ],
  [{ contractTitle: "K" }, { text: "K", source: "opentrain" }],
  [{}, null],
])("the title of %j", (over, title) => {
  const nothing = {
    milestoneName: null,
    jobTitle: null,
    contractTitle: null,
    recordedTerms: null,
    toldTerms: null,
    confirmedTerms: null,
  };
  expect(titleOf({ ...nothing, ...over })).toEqual(title);
});

test("a hire makes the contract’s first milestone", () => {
  expect(firstMilestone([{ number: 2 }, { number: 1 }])).toEqual({ number: 1 });
  expect(firstMilestone([{ number: null }])).toEqual({ number: null });
  expect(firstMilestone([{ number: null }, { number: null }])).toBeNull();
  expect(firstMilestone([{ number: 2 }])).toBeNull();
  expect(firstMilestone([])).toBeNull();
});
