import fc from "fast-check";
import { expect, it } from "vitest";
import { afterCalls, callsAllowed, MOST_SCHEDULED_AT_ONCE, SCHEDULED_CALLS_A_MINUTE } from "./reading-budget";

const start = Date.UTC(2026, 8, 21);
const at = (ms: number) => new Date(start + ms);

it("begins with as many as may come at once", () => {
  expect(callsAllowed(null, at(0))).toBe(MOST_SCHEDULED_AT_ONCE);
  expect(callsAllowed(afterCalls(null, at(0), MOST_SCHEDULED_AT_ONCE), at(0))).toBe(0);
});

it("gives back what was not used, and no more", () => {
  const spent = afterCalls(null, at(0), MOST_SCHEDULED_AT_ONCE);
  expect(callsAllowed(spent, at(15_000))).toBe(30);
  expect(callsAllowed(spent, at(3_600_000))).toBe(MOST_SCHEDULED_AT_ONCE);
});

it("is not stopped for long by a clock that went back", () => {
  const spent = afterCalls(null, at(3_600_000), MOST_SCHEDULED_AT_ONCE);
  expect(callsAllowed(spent, at(0))).toBe(MOST_SCHEDULED_AT_ONCE);
});

it("never holds more in a minute than a minute's and those at once, whatever the pauses", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 80 }))),
      (turns) => {
        let now = 0;
        let readsAt: Date | null = null;
        const made: { ms: number; calls: number }[] = [];
        for (const [pauseMs, wanted] of turns) {
          now += pauseMs;
          const calls = Math.min(wanted, callsAllowed(readsAt, at(now)));
          readsAt = afterCalls(readsAt, at(now), calls);
          made.push({ ms: now, calls });
        }
        for (const { ms } of made) {
          const inMinute = made.filter((one) => one.ms >= ms && one.ms < ms + 60_000);
          const sum = inMinute.reduce((total, { calls }) => total + calls, 0);
          expect(sum).toBeLessThanOrEqual(SCHEDULED_CALLS_A_MINUTE + MOST_SCHEDULED_AT_ONCE);
        }
      },
    ),
  );
});
