/** `live`: told by a stream. `polling`: asking by the clock. `over`: nobody is signed in any more. */
export type LiveState = "starting" | "live" | "polling" | "over";

let state: LiveState = "starting";
const readers = new Set<() => void>();

export const liveState = {
  get: () => state,
  set(next: LiveState) {
    if (next === state) return;
    state = next;
    for (const reader of readers) reader();
  },
  subscribe(reader: () => void) {
    readers.add(reader);
    return () => void readers.delete(reader);
  },
};

/** Told of changes, a page asks by the clock only for what no change tells, and in case it was not told. */
const whileLiveMs = 30_000;

export function pace(ms: number, liveMs = whileLiveMs): () => number {
  return () => (state === "live" ? Math.max(ms, liveMs) : ms);
}
