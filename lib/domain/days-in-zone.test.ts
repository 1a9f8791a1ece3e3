import fc from "fast-check";
import { expect, it, test } from "vitest";
import { dayAfter, dayBefore, dayInZone, startOfDay } from "./days-in-zone";

test.each([
  ["2026-11-21", "Europe/Berlin", "2026-11-20T23:00:00.000Z"],
  ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z"],
  ["2026-11-21", "America/Los_Angeles", "2026-11-21T08:00:00.000Z"],
  ["2026-11-21", "Pacific/Kiritimati", "2026-11-20T10:00:00.000Z"],
  ["2026-11-21", "Asia/Kathmandu", "2026-11-20T18:15:00.000Z"],
  // Clocks went from midnight to one.
  ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
  // Clocks went from one back to midnight: the day has twenty-five hours, and began at the first of the two.
  ["2026-11-01", "America/Havana", "2026-11-01T04:00:00.000Z"],
  ["2021-10-29", "Asia/Amman", "2021-10-28T21:00:00.000Z"],
])("%s in %s began at %s", (day, timeZone, start) =>
  expect(startOfDay(day, timeZone)?.toISOString()).toBe(start),
);

test.each(["2026-02-30", "2026-13-01", "", "today", "2026-11-2", "0000-01-01"])("%j is no day", (day) =>
  expect(startOfDay(day, "UTC")).toBeNull(),
);

// A zone that left out a whole day.
it("knows no day that a zone never had", () => expect(startOfDay("2011-12-30", "Pacific/Apia")).toBeNull());

it("begins where the day before ends, everywhere", () => {
  const zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Cairo"];
  const days = fc.date({ min: new Date("1990-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.constantFrom(...zones), (date, timeZone) => {
      const day = date.toISOString().slice(0, 10);
      const start = startOfDay(day, timeZone);
      expect(start && dayInZone(start, timeZone)).toBe(day);
      expect(start && dayInZone(new Date(start.getTime() - 1), timeZone)).toBe(dayBefore(day));
      expect(dayAfter(dayBefore(day))).toBe(day);
    }),
    { numRuns: 60 },
  );
});
