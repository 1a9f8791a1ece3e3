import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_GUESSES } from "../guesses";
import { type OpenSandbox, openSandbox } from "../testing/open-sandbox";
import { failedSeeds } from "./failed-seeds";
import { playRandom } from "./play-sequence";
import { allCombinations, everyPair, pairsOf } from "./switches";

let sandbox: OpenSandbox;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const seed = 20_261_121;
const combinations = everyPair();

describe("whatever is asked and answered, in whatever order, every cent and every state is accounted for", () => {
  test("as the switches stand", async () => {
    await playRandom(sandbox, { seed, guesses: DEFAULT_GUESSES, steps: 60, runs: 6 });
  }, 60_000);

  test.each(combinations.map((guesses, index) => [index, guesses] as const))(
    "with every two switches in every pair of values: combination %i",
    async (index, guesses) => {
      await playRandom(sandbox, { seed: seed + index, guesses, steps: 50, runs: 1 });
    },
    60_000,
  );

  test.each([...failedSeeds.entries()])("with seed %i that once failed", async (_index, failed) => {
    const guesses = { ...DEFAULT_GUESSES, ...failed.guesses };
    await playRandom(sandbox, { seed: failed.seed, guesses, steps: failed.steps, runs: 1 });
  });
});

test("the few combinations hold every pair", () => {
  const wanted = new Set(allCombinations().flatMap(pairsOf));
  expect(new Set(combinations.flatMap(pairsOf))).toEqual(wanted);
  expect(allCombinations().length).toBe(768);
  expect(combinations.length).toBeLessThan(16);
});
