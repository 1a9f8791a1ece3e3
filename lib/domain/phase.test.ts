import { describe, expect, test } from "vitest";
import { lifeLeft, phaseAt, phaseOf, timeGroupOf } from "./phase";
import { settledAt, standingOf } from "./standing";

const now = new Date("2026-11-21T10:00:00.000Z");
const left = (ms: number) => new Date(now.getTime() + ms);
const HOUR = 3_600_000;

test.each([
  ["pending", left(1), null, "open"],
  ["pending", null, null, "unreadable"],
  ["confirmed", null, null, "confirmed"],
  ["declined", null, null, "declined"],
  ["expired", null, null, "lapsed"],
  [null, left(1), null, "unreadable"],
  ["on_hold", left(1), null, "unreadable"],
  ["Pending", left(1), null, "unreadable"],
  ["toString", left(1), null, "unreadable"],
  ["pending", left(1), "newer", "superseded"],
  ["expired", left(1), "newer", "superseded"],
  ["declined", left(1), "newer", "superseded"],
  ["on_hold", left(1), "newer", "superseded"],
  ["confirmed", left(1), "newer", "confirmed"],
])("status %s, deadline %o, replaced by %s: %s", (status, expiresAt, supersededBy, standing) =>
  expect(standingOf({ status, expiresAt, supersededBy })).toBe(standing),
);

test.each([
  [left(5), left(9), left(5)],
  [left(9), left(5), left(5)],
  [null, left(5), left(5)],
  [left(5), null, left(5)],
  [null, null, null],
])("settled at the earlier of %o and %o", (resolvedAt, expiresAt, expected) =>
  expect(settledAt({ resolvedAt, expiresAt })).toEqual(expected),
);

describe("the clock", () => {
  test.each([
    [72 * HOUR, "waiting", "later"],
    [24 * HOUR, "waiting", "later"],
    [24 * HOUR - 1, "waiting", "under_24_hours"],
    [6 * HOUR, "waiting", "under_24_hours"],
    [6 * HOUR - 1, "closing_soon", "under_6_hours"],
    [HOUR, "closing_soon", "under_6_hours"],
    [HOUR - 1, "last_hour", "last_hour"],
    [1, "last_hour", "last_hour"],
    [0, "past_due", "past_due"],
    [-HOUR, "past_due", "past_due"],
  ])("%i ms left: %s, in %s", (ms, phase, group) => {
    expect(phaseOf({ standing: "open", expiresAt: left(ms) }, now)).toBe(phase);
    expect(timeGroupOf({ expiresAt: left(ms) }, now)).toBe(group);
  });
  test.each(["confirmed", "declined", "lapsed", "superseded", "unreadable"] as const)(
    "%s does not move",
    (standing) => {
      expect(phaseOf({ standing, expiresAt: left(-1) }, now)).toBe(standing);
      expect(phaseAt(standing, left(-1), now)).toBe(standing);
    },
  );
  test("an open phase worked out earlier moves on", () => {
    expect(phaseAt("waiting", left(HOUR - 1), now)).toBe("last_hour");
    expect(phaseAt("last_hour", left(-1), now)).toBe("past_due");
  });
  test("no deadline has no group of time", () => {
    expect(timeGroupOf({ expiresAt: null }, now)).toBe("no_deadline");
    expect(phaseOf({ standing: "open", expiresAt: null }, now)).toBe("unreadable");
  });
});

test.each([
  [left(-30), left(10), 0.25],
  [left(-72 * HOUR), left(0), 0],
  [left(-1), left(-1), 0],
  [left(-30), left(-10), 0],
  [left(1), left(5), 1],
  [left(5), left(1), 1],
  [null, left(1), null],
  [left(1), null, null],
])("of the life from %o to %o is left %s", (createdAt, expiresAt, share) =>
  expect(lifeLeft(createdAt, expiresAt, now)).toBe(share),
);
