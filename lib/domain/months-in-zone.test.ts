import fc from "fast-check";
import { expect, it, test } from "vitest";
import { dayInZone } from "./days-in-zone";
import { monthAfter, monthBefore, monthsBetween } from "./months-in-zone";

const at = (text: string) => new Date(text);

it("names the months of the zone that have a part of it", () => {
  const months = monthsBetween(at("2026-10-31T22:30:00Z"), at("2026-12-31T23:30:00Z"), "Europe/Berlin");
  expect(months.map(({ month }) => month)).toEqual(["2026-10", "2026-11", "2026-12", "2027-01"]);
  expect(months[1]).toMatchObject({ from: at("2026-10-31T23:00:00Z"), to: at("2026-11-30T23:00:00Z") });
  expect(months[1]?.days).toHaveLength(30);
});

test.each([
  ["Europe/Berlin", "2026-10", 31, "2026-10-25", 25],
  ["Europe/Berlin", "2026-03", 31, "2026-03-29", 23],
  // Clocks were put forward at midnight, and back to the day before.
  ["America/Sao_Paulo", "2018-11", 30, "2018-11-04", 23],
  ["America/Havana", "2026-11", 30, "2026-11-01", 25],
  ["Australia/Lord_Howe", "2026-10", 31, "2026-10-04", 23.5],
])("%s in %s has %i days, and %s of %f hours", (timeZone, month, count, day, hours) => {
  const [made] = monthsBetween(at(`${month}-15T12:00:00Z`), at(`${month}-15T12:00:00Z`), timeZone);
  expect(made?.days).toHaveLength(count);
  const odd = made?.days.find((one) => one.day === day);
  expect(odd && (odd.to.getTime() - odd.from.getTime()) / 3_600_000).toBe(hours);
});

it("leaves out a day that a zone never had, without a gap", () => {
  const [made] = monthsBetween(at("2011-12-15T12:00:00Z"), at("2011-12-15T12:00:00Z"), "Pacific/Apia");
  expect(made?.days.map(({ day }) => day.slice(8)).slice(-3)).toEqual(["28", "29", "31"]);
});

it("has each instant in the one day it is on there, whatever the zone", () => {
  const zones = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kathmandu",
    "Africa/Cairo",
    "Pacific/Apia",
  ];
  const instants = fc.date({ min: at("1995-01-01"), max: at("2040-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 200 }), fc.constantFrom(...zones), (from, days, zone) => {
      const to = new Date(from.getTime() + days * 86_400_000);
      const months = monthsBetween(from, to, zone);
      const all = months.flatMap((month) => month.days);
      for (const instant of [from, to]) {
        const its = all.filter((day) => day.from <= instant && instant < day.to);
        expect(its.map(({ day }) => day)).toEqual([dayInZone(instant, zone)]);
      }
      expect(
        all.every((day, index) => index === 0 || all[index - 1]?.to.getTime() === day.from.getTime()),
      ).toBe(true);
      expect([months[0]?.from, months.at(-1)?.to]).toEqual([all[0]?.from, all.at(-1)?.to]);
    }),
    { numRuns: 60 },
  );
});

it("counts on over the end of a year, and no further back than anybody looks", () => {
  expect([monthAfter("2026-12"), monthBefore("2027-01")]).toEqual(["2027-01", "2026-12"]);
  expect(monthsBetween(at("0005-01-01T00:00:00Z"), at("2026-11-21T00:00:00Z"), "UTC")).toHaveLength(1200);
  expect(monthsBetween(at("2026-11-21T00:00:00Z"), at("2026-10-01T00:00:00Z"), "UTC")).toEqual([]);
});
