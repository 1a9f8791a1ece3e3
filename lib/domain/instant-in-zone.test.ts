import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantInZone, isTimeZone } from "./instant-in-zone";

describe("instantInZone", () => {
  it.each([
    ["2026-11-21T08:00:00.000Z", "Europe/Berlin", "2026-11-21T09:00:00.000+01:00"],
    ["2026-07-21T08:00:00.120Z", "Europe/Berlin", "2026-07-21T10:00:00.120+02:00"],
    ["2026-11-21T23:59:59.999Z", "Asia/Kathmandu", "2026-11-22T05:44:59.999+05:45"],
    ["2026-11-21T00:10:00.000Z", "America/New_York", "2026-11-20T19:10:00.000-05:00"],
    ["2026-11-21T00:10:00.000Z", "UTC", "2026-11-21T00:10:00.000+00:00"],
    ["2026-11-21T23:30:00.000Z", "Etc/GMT-1", "2026-11-22T00:30:00.000+01:00"],
  ])("%s in %s", (instant, zone, expected) => expect(instantInZone(zone)(new Date(instant))).toBe(expected));

  it("is the same instant, in summer time, in winter time and between them", () => {
    const zones = ["Europe/London", "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns"];
    const formats = zones.map(instantInZone);
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1975-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }),
        (date) => {
          for (const format of formats) expect(Date.parse(format(date))).toBe(date.getTime());
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  it("says UTC where a zone had no offset of whole minutes", () =>
    expect(instantInZone("Europe/Amsterdam")(new Date("1890-01-01T00:00:00Z"))).toBe(
      "1890-01-01T00:00:00.000+00:00",
    ));
});

describe("isTimeZone", () => {
  it.each(["Europe/Berlin", "UTC", "Etc/GMT+1"])("knows %s", (name) => expect(isTimeZone(name)).toBe(true));
  it.each(["", "Europe/Atlantis", "x\r\ny", "../etc"])("does not know %j", (name) =>
    expect(isTimeZone(name)).toBe(false),
  );
});
