import { expect, test } from "vitest";
import { centsFromDollars, dollarsFromCents, formatDollars } from "./cents";
import { fundCharge, hireCharge } from "./fees";

test("a hire costs the amount, ten percent and the initiation fee", () => {
  expect(hireCharge(45_000)).toEqual({
    amountCents: 45_000,
    feeCents: 4500,
    initiationCents: 995,
    totalCents: 50_495,
  });
  expect(hireCharge(18_000).totalCents).toBe(20_795);
});

test("half a cent of fee rounds up", () => {
  expect(hireCharge(105).feeCents).toBe(11);
  expect(hireCharge(104).feeCents).toBe(10);
});

test("funding follows the switch", () => {
  expect(fundCharge(25_000, 10).totalCents).toBe(27_500);
  expect(fundCharge(25_000, 0).totalCents).toBe(25_000);
});

test.each([
  [450, 45_000],
  [0.1, 10],
  [172.5, 17_250],
  [19.99, 1999],
])("%d dollars are %d cents and back", (dollars, cents) => {
  expect(centsFromDollars(dollars)).toBe(cents);
  expect(dollarsFromCents(cents)).toBe(dollars);
});

test.each([450.005, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e21])("%d is no amount", (dollars) => {
  expect(centsFromDollars(dollars)).toBeUndefined();
});

test("amounts are written out", () => {
  expect(formatDollars(123_456_789)).toBe("$1,234,567.89");
});
