import { useSyncExternalStore } from "react";

/** What can stand in front of the page, one at a time. */
export type Overlay = "palette" | "help";

let open: Overlay | null = null;
const readers = new Set<() => void>();

export function showOverlay(overlay: Overlay | null): void {
  if (open === overlay) return;
  open = overlay;
  for (const reader of readers) reader();
}

export function toggleOverlay(overlay: Overlay): void {
  showOverlay(open === overlay ? null : overlay);
}

export function shownOverlay(): Overlay | null {
  return open;
}

export function useOverlay(): Overlay | null {
  return useSyncExternalStore(subscribe, shownOverlay, () => null);
}

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  return () => {
    readers.delete(reader);
  };
}
