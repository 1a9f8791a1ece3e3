"use client";

import { useSyncExternalStore } from "react";

/**
 * When this browser tab left for OpenTrain's page, by approval. Kept in the session storage, since a phone
 * may drop the tab while the other one is open.
 */
const KEY = "countersign.left.";
const readers = new Set<() => void>();

export function noteLeft(id: string, at: Date): void {
  try {
    sessionStorage.setItem(KEY + id, at.toISOString());
  } catch {
    // Without storage the screen only forgets that it waits.
  }
  for (const reader of readers) reader();
}

export function useLeftAt(id: string): string | null {
  return useSyncExternalStore(
    subscribe,
    () => readLeft(id),
    () => null,
  );
}

export function forgetLeft(id: string): void {
  try {
    sessionStorage.removeItem(KEY + id);
  } catch {
    // Nothing was kept.
  }
  for (const reader of readers) reader();
}

function readLeft(id: string): string | null {
  try {
    return sessionStorage.getItem(KEY + id);
  } catch {
    return null;
  }
}

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  return () => readers.delete(reader);
}
