import { expect, test } from "vitest";
import { creditCovers, creditShortfall } from "./credits";
import type { Money } from "./records";
import { sumsOf } from "./sums";

const money = (kind: Money["kind"], total: number | null, max = total, atLeast = false): Money => ({
  kind,
  currency: "usd",
  amountCents: total,
  feeCents: null,
  initiationCents: null,
  totalCents: total,
  maxTotalCents: max,
  atLeast,
  unreadable: null,
  sources: { amount: null, fee: null, initiation: null },
});
const items = (...all: Money[]) => all.map((money, index) => ({ id: String(index), money }));

test("three sums, both ends, unknown ones counted", () => {
  const sums = sumsOf(
    items(
      money("charge", 50_495),
      money("charge", 25_000, 27_500),
      money("charge", null),
      money("unknown", null),
      money("release", 25_000),
      money("release", null),
      money("at_stake", 45_000),
      money("at_stake", 5000, 5000, true),
      money("at_stake", null),
    ),
  );
  expect(sums).toEqual({
    charge: { minCents: 75_495, maxCents: 77_995, unknownCount: 2 },
    release: { cents: 25_000, unknownCount: 1 },
    atStake: { cents: 50_000, unknownCount: 2 },
  });
});

test("nothing sums to nothing, known", () => {
  expect(sumsOf([]).charge).toEqual({ minCents: 0, maxCents: 0, unknownCount: 0 });
});

test.each([
  [61_200, [75_495, 77_995, 0], { minCents: 14_295, maxCents: 16_795, atLeast: false }],
  [76_000, [75_495, 77_995, 0], { minCents: 0, maxCents: 1995, atLeast: false }],
  [77_995, [75_495, 77_995, 0], null],
  [77_994, [75_495, 77_995, 0], { minCents: 0, maxCents: 1, atLeast: false }],
  [61_200, [75_495, 77_995, 1], { minCents: 14_295, maxCents: 16_795, atLeast: true }],
  [99_999, [75_495, 77_995, 1], { minCents: 0, maxCents: 0, atLeast: true }],
])("credit of %i against %j", (available, [minCents = 0, maxCents = 0, unknownCount = 0], shortfall) => {
  expect(creditShortfall(available, { charge: { minCents, maxCents, unknownCount } })).toEqual(shortfall);
});

test("enough credit still does not cover an unknown amount for certain", () => {
  expect(creditCovers(99_999, items(money("unknown", null), money("charge", 100)))).toEqual([
    { id: "0", cover: "perhaps" },
    { id: "1", cover: "perhaps" },
  ]);
});

test("credit covers in the order given; an unknown one leaves the later ones open", () => {
  const waiting = items(
    money("charge", 50_495),
    money("release", 99_999),
    money("charge", 10_000, 11_000),
    money("charge", null),
    money("charge", 100),
    money("charge", 99_999),
  );
  expect(creditCovers(61_000, waiting).map(({ id, cover }) => `${id} ${cover}`)).toEqual([
    "0 covered",
    "2 perhaps",
    "3 perhaps",
    "4 perhaps",
    "5 not_covered",
  ]);
});
