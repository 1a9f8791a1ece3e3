import type { Guesses } from "../guesses";

/** Every seed that ever failed, with what it found; played again with every run of the tests. */
export const failedSeeds: { seed: number; steps: number; guesses: Partial<Guesses>; found: string }[] = [];
