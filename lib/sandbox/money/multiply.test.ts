import fc from "fast-check";
import { expect, test } from "vitest";
import { centsFromRate } from "./multiply";

test.each([
  [18, 10, 18_000],
  [21.5, 0.5, 1075],
  [0.035, 1001, 3504],
  [0.035, 1000, 3500],
  [1.005, 1, 101],
  [0.1, 3, 30],
  [1e-7, 1e6, 10],
  [1e21, 1e-19, 10_000],
  [0.001, 1, 0],
])("%d times %d is %d cents", (rate, volume, cents) => {
  expect(centsFromRate(rate, volume)).toBe(cents);
});

test("it is exact for whole cents and whole volumes, where floating point is not", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999_999 }),
      fc.integer({ min: 1, max: 99_999 }),
      (cents, volume) => {
        expect(centsFromRate(cents / 100, volume)).toBe(cents * volume);
      },
    ),
    { seed: 6 },
  );
});
