import { expect, test } from "vitest";
import { ProcessBudget, processBudget } from "./call-budget";
import { CALLS_A_MINUTE } from "./guesses";

let now = 0;
const fresh = () => {
  now = 0;
  return new ProcessBudget(() => now);
};

test("half of a minute's calls at once, then one after the other", async () => {
  const budget = fresh();
  for (let call = 0; call < CALLS_A_MINUTE / 2; call += 1) expect(await budget.take(0)).toBe(0);
  const waitMs = await budget.take(0);
  expect(waitMs).toBeCloseTo(120_000 / CALLS_A_MINUTE);
  expect(await budget.take(0)).toBe(waitMs);
  now += waitMs;
  expect(await budget.take(0)).toBe(0);
  expect(await budget.take(0)).toBeGreaterThan(0);
});

test("however we ask, no 60 seconds hold more calls than the constant", async () => {
  const budget = fresh();
  const turns: number[] = [];
  for (let step = 0; step < 6_000; step += 1) {
    const patienceMs = (step * 7_919) % 1_500;
    const waitMs = await budget.take(patienceMs);
    if (waitMs <= patienceMs) turns.push(now + waitMs);
    now += step % 1_000 === 0 ? 20_000 : (step * 104_729) % 60;
  }
  turns.sort((a, b) => a - b);
  const fullest = turns.map(
    (turn, index) => turns.filter((other, at) => at >= index && other < turn + 60_000).length,
  );
  expect(Math.max(...fullest)).toBeLessThanOrEqual(CALLS_A_MINUTE);
  expect(Math.max(...fullest)).toBeGreaterThan(CALLS_A_MINUTE * 0.8);
});

test("who has no patience takes no turn from the others", async () => {
  const budget = fresh();
  await budget.rest(1_000);
  for (let call = 0; call < 50; call += 1) expect(await budget.take(999)).toBe(1_000);
  expect(await budget.take(1_000)).toBe(1_000);
  expect(await budget.take(5_000)).toBeGreaterThan(1_000);
});

test("a rest is for everything that calls with the token, and ends", async () => {
  const budget = fresh();
  await budget.rest(7_000);
  await budget.rest(2_000);
  expect(await budget.take(0)).toBe(7_000);
  now += 7_000;
  expect(await budget.take(0)).toBe(0);
});

test("one token, one budget", async () => {
  expect(processBudget("ot_pat_a")).toBe(processBudget("ot_pat_a"));
  expect(processBudget("ot_pat_a")).not.toBe(processBudget("ot_pat_b"));
});
