import { expect, it } from "vitest";
import { firstSteps } from "./first-steps";

it.each([
  ["none", false, false, 0],
  ["disconnected", true, true, 2],
  ["sandbox", true, true, 2],
  ["real", false, true, 2],
  ["real", true, true, 3],
] as const)(
  "counts what is there: %s, a caller: %s, a request: %s",
  (connection, hasCaller, hasRequest, count) => {
    const steps = firstSteps({ connection, hasCaller, hasRequest });
    expect(steps.count).toBe(count);
    expect(steps.areAll).toBe(count === 3);
  },
);
