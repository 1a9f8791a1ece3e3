import { useSyncExternalStore } from "react";

export type Said = { id: number; text: string };

const SHOWN_MS = 6_000;

let said: readonly Said[] = [];
let count = 0;
const readers = new Set<() => void>();

/** Says something once to whoever listens to the screen, after what they are hearing now. */
export function announce(text: string): void {
  if (text === "") return;
  count += 1;
  const id = count;
  set([...said, { id, text }]);
  setTimeout(() => set(said.filter((one) => one.id !== id)), SHOWN_MS);
}

export function useSaid(): readonly Said[] {
  return useSyncExternalStore(
    subscribe,
    () => said,
    () => NOTHING,
  );
}

const NOTHING: readonly Said[] = [];

function set(now: readonly Said[]): void {
  said = now;
  for (const reader of readers) reader();
}

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  return () => {
    readers.delete(reader);
  };
}
