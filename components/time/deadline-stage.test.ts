import { expect, it } from "vitest";
import { deadlineStage } from "./deadline-stage";

const MINUTE = 60_000;

it.each([
  [361, null],
  [360, null],
  [359, "six"],
  [60, "six"],
  [59, "one"],
  [10, "one"],
  [9, "ten"],
  [0, "over"],
  [-5, "over"],
])("%s minutes before the deadline the last threshold is %s", (minutes, stage) => {
  expect(deadlineStage(minutes * MINUTE)).toBe(stage);
});
