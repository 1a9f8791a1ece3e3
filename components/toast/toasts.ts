import { useSyncExternalStore } from "react";
import { announce } from "@/components/announce/announce";

export type ToastShown = { id: number; text: string; tone: "plain" | "last" };

const NONE: readonly ToastShown[] = [];

let toasts = NONE;
let count = 0;
const readers = new Set<() => void>();

/** Says what has just been done where nothing else on the page shows it; read out by the one polite region. */
export function showToast(text: string, tone: ToastShown["tone"] = "plain"): void {
  count += 1;
  set([...toasts, { id: count, text, tone }].slice(-3));
  announce(text);
}

export function closeToast(id: number): void {
  set(toasts.filter((one) => one.id !== id));
}

export function useToasts(): readonly ToastShown[] {
  return useSyncExternalStore(
    subscribe,
    () => toasts,
    () => NONE,
  );
}

function set(now: readonly ToastShown[]): void {
  toasts = now;
  for (const reader of readers) reader();
}

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  return () => {
    readers.delete(reader);
  };
}
