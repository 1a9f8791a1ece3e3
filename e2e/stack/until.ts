import { setTimeout as pause } from "node:timers/promises";

const every = 50;

/** Asks again until there is an answer; the failure says what was waited for and what was last seen. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null> | T | null,
  withinMs = 60_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  let last = "nothing";
  for (;;) {
    try {
      const found = await ask();
      if (found !== null) return found;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    if (Date.now() > deadline) throw new Error(`waited ${withinMs} ms for ${what}; last: ${last}`);
    await pause(every);
  }
}
