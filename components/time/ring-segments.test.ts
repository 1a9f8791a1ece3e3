import { expect, it } from "vitest";
import { ringSegments } from "./ring-segments";

const DAY = 86_400_000;

it("cuts a life of three days into three, filled from the start", () => {
  const { track, left } = ringSegments(3 * DAY, 2 / 3);
  expect(track).toBe("30.33 3");
  expect(left).toBe("30.33 3 30.33 3 0 33.33");
});

it("tells two days from almost three", () => {
  expect(ringSegments(3 * DAY, 2 / 3).left).not.toBe(ringSegments(3 * DAY, 68 / 72).left);
});

it("leaves a life of a day or less whole", () => {
  expect(ringSegments(DAY, 0.5)).toEqual({ track: "100 0", left: "50 50" });
  expect(ringSegments(0, 0)).toEqual({ track: "100 0", left: "0 100" });
});

it("does not cut what would be crumbs", () => {
  expect(ringSegments(30 * DAY, 1).left).toBe("100 0");
});
