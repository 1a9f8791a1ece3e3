import { describe, expect, test } from "vitest";
import "./index";
import {
  formatAge,
  formatDay,
  formatDuration,
  formatInstant,
  formatList,
  formatMoney,
  formatMoneyRange,
  formatWhen,
  lapsesAt,
  pluralOf,
  spokenDuration,
  spokenMoney,
} from "./format";

const at = (iso: string) => new Date(iso);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe("money", () => {
  test.each([
    [50_495, "$504.95"],
    [0, "$0.00"],
    [5, "$0.05"],
    [123_456_789, "$1,234,567.89"],
    [1_000_000_000_000, "$10,000,000,000.00"],
    [-250, "-$2.50"],
  ])("%i cents are %s", (cents, text) => expect(formatMoney(cents, "en")).toBe(text));

  test("is spoken in words", () => expect(spokenMoney(50_495, "en")).toBe("504.95 US dollars"));

  test.each([
    [75_495, 77_995, 0, "$754.95 to $779.95"],
    [75_495, 77_995, 1, "$754.95 to $779.95, and 1 unknown"],
    [50_495, 50_495, 0, "$504.95"],
    [0, 0, 0, "$0.00"],
    [0, 0, 2, "2 amounts unknown"],
    [0, 0, 1, "1 amount unknown"],
  ])("range %i to %i with %i unknown", (min, max, unknown, text) =>
    expect(formatMoneyRange(min, max, "en", unknown)).toBe(text),
  );
});

describe("durations", () => {
  test.each([
    [3 * HOUR + 12 * MINUTE + 59_999, "3 h 12 min"],
    [HOUR, "1 h"],
    [HOUR - 1, "59 min 59 s"],
    [12 * MINUTE + 5000, "12 min 5 s"],
    [59_999, "59 s"],
    [0, "0 s"],
    [-5000, "0 s"],
    [72 * HOUR, "3 d"],
    [53 * HOUR, "2 d 5 h"],
    [24 * HOUR + 59 * MINUTE, "1 d"],
  ])("%i ms", (ms, text) => expect(formatDuration(ms, "en")).toBe(text.replaceAll(" ", "\u00a0")));

  test("are spoken whole", () => {
    expect(spokenDuration(HOUR + 2 * MINUTE, "en")).toBe("1 hour 2 minutes");
  });

  test.each([
    [1000, "just now"],
    [20_000, "20 s ago"],
    [3 * MINUTE + 40_000, "3 min ago"],
    [-5000, "just now"],
  ])("an age of %i ms", (ms, text) => {
    const now = at("2026-11-21T12:00:00Z");
    expect(formatAge(new Date(now.getTime() - ms), { locale: "en", now }).replaceAll("\u00a0", " ")).toBe(
      text,
    );
  });
});

describe("instants", () => {
  test.each([
    ["2026-11-22T08:00:00Z", "Europe/Berlin", "Sun 22 Nov, 09:00 CET"],
    ["2026-07-22T08:00:00Z", "Europe/Berlin", "Wed 22 Jul, 10:00 CEST"],
    ["2026-11-22T08:00:00Z", "UTC", "Sun 22 Nov, 08:00 UTC"],
    ["2026-11-22T08:00:00Z", "America/New_York", "Sun 22 Nov, 03:00 EST"],
    ["2026-11-22T00:30:00Z", "Asia/Kolkata", "Sun 22 Nov, 06:00 IST"],
    ["2026-11-22T20:30:00Z", "Asia/Almaty", "Mon 23 Nov, 01:30 GMT+5"],
    ["2026-11-22T00:00:00Z", "UTC", "Sun 22 Nov, 00:00 UTC"],
  ])("%s in %s", (iso, zone, text) => expect(formatInstant(at(iso), zone, "en")).toBe(text));

  test("name their year when it is another one", () => {
    expect(formatInstant(at("2027-01-02T08:00:00Z"), "UTC", "en", at("2026-12-31T08:00:00Z"))).toBe(
      "Sat 2 Jan 2027, 08:00 UTC",
    );
  });

  const view = { locale: "en", timeZone: "Europe/Berlin", now: at("2026-11-21T10:00:00Z") } as const;
  test.each([
    ["2026-11-21T13:12:00Z", "today at 14:12"],
    ["2026-11-21T16:59:00Z", "today at 17:59"],
    ["2026-11-21T20:40:00Z", "tonight at 21:40"],
    ["2026-11-21T23:30:00Z", "tomorrow at 00:30"],
    ["2026-11-22T08:00:00Z", "tomorrow at 09:00"],
    ["2026-11-20T16:40:00Z", "yesterday at 17:40"],
    ["2026-11-23T08:00:00Z", "Mon 23 Nov, 09:00"],
  ])("%s is near or far", (iso, text) => expect(formatWhen(at(iso), view)).toBe(text));

  test("the day is that of the zone, over a change of summer time too", () => {
    const now = at("2026-10-24T21:30:00Z");
    expect(formatWhen(at("2026-10-25T22:30:00Z"), { ...view, now })).toBe("tomorrow at 23:30");
  });

  test("a deadline lapses, or ran out", () => {
    expect(lapsesAt(at("2026-11-21T20:40:00Z"), view)).toBe("lapses tonight at 21:40");
    expect(lapsesAt(at("2026-11-21T09:00:00Z"), view)).toBe("its time ran out today at 10:00");
  });

  test.each([
    ["2026-07-15", "15 Jul 2026"],
    ["2026-07-15T00:00:00.000Z", "15 Jul 2026"],
    ["next week", "next week"],
    ["2026-13-45", "2026-13-45"],
  ])("due %s", (text, shown) => expect(formatDay(text, "en")).toBe(shown));
});

test("lists and plurals follow the language", () => {
  expect(formatList(["a", "b", "c"], "en")).toBe("a, b, and c");
  const forms = { one: "request", other: "requests" };
  expect([0, 1, 2].map((count) => pluralOf(count, forms, "en"))).toEqual(["requests", "request", "requests"]);
});
