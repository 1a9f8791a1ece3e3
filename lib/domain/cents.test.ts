import { expect, test } from "vitest";
import {
  centsFromCents,
  centsFromDollars,
  decimalText,
  dollarsFromCents,
  signedCentsFromCents,
} from "./cents";

test.each([
  [450, 45_000],
  [450.0, 45_000],
  [504.95, 50_495],
  [0.1, 10],
  [0.01, 1],
  [0, 0],
  [-0, 0],
  [1.1, 110],
  [1.15, 115],
  [4.35, 435],
  [9.95, 995],
  [1e3, 100_000],
  [4.5e2, 45_000],
  [10_000_000_000, 1_000_000_000_000],
  ["450", 45_000],
  ["450.5", 45_050],
  ["450.00", 45_000],
])("%j dollars are %i cents", (value, cents) =>
  expect(centsFromDollars(value)).toEqual({ cents, unreadable: null }),
);

test.each([
  [450.005, "450.005"],
  [0.1 + 0.2, "0.30000000000000004"],
  [1e-7, "1e-7"],
  [-5, "-5"],
  [-0.01, "-0.01"],
  [Number.NaN, "NaN"],
  [Number.POSITIVE_INFINITY, "Infinity"],
  [10_000_000_000.01, "10000000000.01"],
  [1e21, "1e+21"],
  [2 ** 53, "9007199254740992"],
  ["4,500", "4,500"],
  ["$450", "$450"],
  [" 450", " 450"],
  ["450.005", "450.005"],
  ["450.", "450."],
  [".5", ".5"],
  ["4.5e2", "4.5e2"],
  ["0450", "0450"],
  ["-1", "-1"],
  ["", '""'],
  ["٤٥٠", "٤٥٠"],
  [true, "true"],
  [[450], "[450]"],
  [{ amount: 450 }, '{"amount":450}'],
])("%j is no amount and is kept as it was said", (value, unreadable) =>
  expect(centsFromDollars(value)).toEqual({ cents: null, unreadable }),
);

test.each([null, undefined])("%s is missing, not 0", (value) => {
  expect(centsFromDollars(value)).toEqual({ cents: null, unreadable: null });
  expect(centsFromCents(value)).toEqual({ cents: null, unreadable: null });
});

test("what was said is cut", () => {
  expect(centsFromDollars("9".repeat(500)).unreadable).toHaveLength(65);
});

test.each([
  [0, 0],
  [61_200, 61_200],
])("%i cents stay", (value, cents) => expect(centsFromCents(value).cents).toBe(cents));

test.each([[1.5], [-1], ["100"], [1_000_000_000_001]])("%j are no cents", (value) => {
  expect(centsFromCents(value).cents).toBeNull();
  expect(centsFromCents(value).unreadable).toBe(String(value));
});

test("a rate keeps its decimals", () => {
  expect(decimalText(0.0375)).toBe("0.0375");
  expect(decimalText("12.50")).toBe("12.50");
  expect(decimalText("about 12")).toBeNull();
  expect(decimalText(null)).toBeNull();
});

test.each([
  [45_000, "450.00"],
  [5, "0.05"],
  [0, "0.00"],
  [-250, "-2.50"],
])("%i cents are written %s", (cents, text) => expect(dollarsFromCents(cents)).toBe(text));

test.each([
  [-1, -1],
  [-250_000, -250_000],
  [-0, 0],
  [250_000, 250_000],
])("an entry of %j cents is %i", (value, cents) =>
  expect(signedCentsFromCents(value)).toEqual({ cents, unreadable: null }),
);

test.each([
  [-1.5, "-1.5"],
  ["-5", "-5"],
  [-1e13, "-10000000000000"],
  [Number.NaN, "NaN"],
])("an entry of %j is kept as it was said", (value, unreadable) =>
  expect(signedCentsFromCents(value)).toEqual({ cents: null, unreadable }),
);

test.each([
  [1e-7, "0.0000001"],
  [-2.5e-8, "-0.000000025"],
  [1.5e21, "1500000000000000000000"],
  [1e300, null],
])("the rate %j has no exponent", (value, text) => expect(decimalText(value)).toBe(text));
