import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_GUESSES } from "../guesses";
import { type OpenSandbox, openSandbox } from "../testing/open-sandbox";
import { playRandom } from "./play-sequence";
import { allCombinations } from "./switches";

// One piece of a long proof, as `npm run prove` asks for it.
const { PROVE_SEED = "1", PROVE_FROM = "0", PROVE_COUNT = "1" } = process.env;
const seed = Number(PROVE_SEED);
const [from, count] = [Number(PROVE_FROM), Number(PROVE_COUNT)];

let sandbox: OpenSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

test("every combination of switches", async () => {
  const combinations = allCombinations().slice(from, from + count);
  expect(combinations.length).toBeGreaterThan(0);
  for (const [index, guesses] of combinations.entries()) {
    await playRandom(sandbox, { seed: seed + from + index, guesses, steps: 40, runs: 1 });
  }
});

test("fresh sequences", async () => {
  // The switches change with the seed as well, so that no two pieces are of one kind.
  const all = allCombinations();
  for (let index = from; index < from + count; index += 1) {
    const guesses =
      index % 2 === 0 ? DEFAULT_GUESSES : (all[(seed + index * 7) % all.length] ?? DEFAULT_GUESSES);
    await playRandom(sandbox, { seed: seed + index, guesses, steps: 30 + (index % 31), runs: 1 });
  }
});
