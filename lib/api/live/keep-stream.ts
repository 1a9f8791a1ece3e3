import type { LiveState } from "../queries/pace";
import type { LiveEvent } from "../types";
import { readStream } from "./read-stream";

const firstWaitMs = 250;
/** While nobody is told yet: a server that comes back just before then is found. */
const longestUntoldMs = 500;
const longestWaitMs = 30_000;
/** A server that is restarted is back within that; until then nobody is told that it was gone. */
const graceMs = 3_000;
/** Heard of less recently, a stream may have died while the machine slept. */
const doubtfulMs = 17_000;

export type Told = { events: LiveEvent[]; place: string | null; state: LiveState };

/**
 * A stream that begins again where it ended, sooner after a short life than after a refusal, and never all
 * browsers at once. `tell` is called for every sign of life too.
 */
export function keepStream(from: string | null, tell: (told: Told) => void) {
  let [place, state]: [string | null, LiveState] = [from, "starting"];
  let isStopped = false;
  let failures = 0;
  let heardAt = 0;
  let wake = () => {};
  let current = new AbortController();
  let grace: ReturnType<typeof setTimeout> | undefined;

  function say(events: LiveEvent[] = [], next: LiveState = state): void {
    state = next;
    if (!isStopped) tell({ events, place, state });
  }

  function hear(): void {
    heardAt = Date.now();
    failures = 0;
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      current = new AbortController();
      const end = await readStream({
        after: place,
        signal: current.signal,
        onOpen() {
          hear();
          clearTimeout(grace);
          grace = undefined;
          say([], "live");
        },
        onTold: (events) => say(events),
        onPlace: (id) => {
          place = id;
        },
        onHeard() {
          hear();
          say();
        },
      });
      if (isStopped) return;
      if (end === "over") return say([], "over");
      if (end === "refused") say([], "polling");
      else grace ??= setTimeout(() => say([], "polling"), graceMs);
      const longest = state === "live" ? longestUntoldMs : longestWaitMs;
      const pause = Math.min(longest, firstWaitMs * 2 ** Math.min(failures, 10));
      failures += 1;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, pause * (0.5 + Math.random()));
      });
    }
  }

  void run();
  return {
    /** The person is back, or the network: no more waiting, and no faith in a stream that has long been quiet. */
    nudge() {
      wake();
      if (heardAt > 0 && Date.now() - heardAt > doubtfulMs) current.abort();
    },
    stop() {
      isStopped = true;
      clearTimeout(grace);
      current.abort();
      wake();
    },
  };
}
