"use client";

import { useSyncExternalStore } from "react";

/** Where each column scrolls by itself; the theme's `desk`. */
const DESK = "(min-width: 64rem)";

export function useIsDesk(): boolean {
  return useSyncExternalStore(
    (told) => {
      const query = window.matchMedia(DESK);
      query.addEventListener("change", told);
      return () => query.removeEventListener("change", told);
    },
    () => window.matchMedia(DESK).matches,
    () => false,
  );
}
