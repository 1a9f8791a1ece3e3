import { expect, test } from "vitest";
import { centsFromTyped, typedFromCents } from "./typed-dollars";

test.each([
  ["250", 25_000],
  ["0", 0],
  ["$ 250.5", 25_050],
  ["250,50", 25_050],
  [".5", 50],
  ["1,250", 125_000],
  ["1.250", 125_000],
  ["1.250,50", 125_050],
  ["1,250.50", 125_050],
  ["1 250 000", 125_000_000],
  ["999999999999.99", 99_999_999_999_999],
])("%j is %d cents, and is written so that it reads the same", (text, cents) => {
  expect(centsFromTyped(text)).toBe(cents);
  expect(centsFromTyped(typedFromCents(cents))).toBe(cents);
});

test.each(["", " ", "$", "-5", "1.2345", "12,34,56", "1e3", "abc", "1.5.5", "5 EUR", "9999999999999"])(
  "%j is no amount",
  (text) => expect(centsFromTyped(text)).toBeNull(),
);
