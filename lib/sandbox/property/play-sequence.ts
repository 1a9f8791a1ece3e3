import fc from "fast-check";
import type { Guesses } from "../guesses";
import type { OpenSandbox } from "../testing/open-sandbox";
import { checkApprovals, checkBooks, checkFees, checkMoney } from "./checks";
import { type Move, move, play, truthOf } from "./moves";

/** Plays the moves on a fresh account and looks after each of them. */
export async function playSequence(sandbox: OpenSandbox, moves: Move[], guesses: Guesses): Promise<void> {
  const made = await sandbox.account({ creditsCents: 80_000, guesses });
  let before = await truthOf(sandbox, made);
  for (const step of moves) {
    await play(sandbox, made, before, step);
    const after = await truthOf(sandbox, made);
    checkMoney(after);
    checkFees(before, after, guesses);
    await sandbox.store.transact((tx) => checkBooks(tx, made.accountId));
    checkApprovals(before, after, guesses);
    before = after;
  }
}

export type Sequences = { seed: number; guesses: Guesses; steps: number; runs: number };

/** Random sequences of so many moves; the same seed gives the same ones. A failure is cut down to its core. */
export async function playRandom(
  sandbox: OpenSandbox,
  { seed, guesses, steps, runs }: Sequences,
): Promise<void> {
  const sequence = fc.array(move, { minLength: steps, maxLength: steps });
  await fc.assert(
    fc.asyncProperty(sequence, (moves) => playSequence(sandbox, moves, guesses)),
    { seed, numRuns: runs },
  );
}
