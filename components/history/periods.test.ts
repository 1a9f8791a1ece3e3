import { expect, it, test } from "vitest";
import { daysOf, PERIODS, periodIn, spanOf } from "./periods";

const BERLIN = "Europe/Berlin";
const now = new Date("2026-11-30T23:30:00Z");
const days = (period: (typeof PERIODS)[number], at = now, zone = BERLIN) => {
  const { first, last } = daysOf(spanOf(period, at, zone), zone);
  return `${first} ${last}`;
};

test.each([
  ["all", "null null"],
  // In Berlin the new month has begun already.
  ["this_month", "2026-12-01 2026-12-31"],
  ["last_month", "2026-11-01 2026-11-30"],
  ["this_quarter", "2026-10-01 2026-12-31"],
  ["this_year", "2026-01-01 2026-12-31"],
] as const)("%s is %s", (period, expected) => expect(days(period)).toBe(expected));

it("goes by the reader's zone and over the end of the year", () => {
  expect(days("this_month", now, "UTC")).toBe("2026-11-01 2026-11-30");
  expect(days("last_month", new Date("2027-01-01T12:00:00Z"))).toBe("2026-12-01 2026-12-31");
  expect(days("this_quarter", new Date("2027-01-01T12:00:00Z"))).toBe("2027-01-01 2027-03-31");
});

it("knows each of them again, and nothing else", () => {
  for (const period of PERIODS) expect(periodIn(spanOf(period, now, BERLIN), now, BERLIN)).toBe(period);
  expect(periodIn(spanOf("this_year", now, "UTC"), now, BERLIN)).toBeNull();
  expect(periodIn({ ...spanOf("this_year", now, BERLIN), to: null }, now, BERLIN)).toBeNull();
});
