import { setTimeout as wait } from "node:timers/promises";

const firstWaitMs = 100;
const longestWaitMs = 2_000;

type Work = { isDone: () => boolean; turn: () => Promise<void>; signal: AbortSignal };

/** Work on the side, one turn at a time and again until it is done; after a failure later and later. */
export class UntilDone {
  readonly #work: Work;
  #underWay: Promise<void> | null = null;

  constructor(work: Work) {
    this.#work = work;
  }

  wake(): void {
    const { isDone, signal } = this.#work;
    this.#underWay ??= this.#go().finally(() => {
      this.#underWay = null;
      if (!isDone() && !signal.aborted) this.wake();
    });
  }

  /** At rest, done or given up. */
  async rested(): Promise<void> {
    while (this.#underWay) await this.#underWay;
  }

  async #go(): Promise<void> {
    const { isDone, turn, signal } = this.#work;
    for (let failures = 0; !isDone() && !signal.aborted; ) {
      try {
        await turn();
        failures = 0;
      } catch {
        const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures, 10));
        failures += 1;
        await wait(waitMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}
