"use client";

import { startTransition, useEffect, useState } from "react";
import { FIRST_ROWS } from "./first-rows";

const AT_ONCE = 60;

/**
 * How many rows of a long list are drawn by now. The first are there at once, the others follow piece by piece
 * between whatever the person does; another list begins anew.
 */
export function useGrown(count: number, place: string): number {
  const [grown, setGrown] = useState({ place, rows: FIRST_ROWS });
  if (grown.place !== place) setGrown({ place, rows: FIRST_ROWS });
  const rows = grown.place === place ? grown.rows : FIRST_ROWS;
  const isWhole = rows >= count;
  useEffect(() => {
    if (isWhole) return;
    const grow = () =>
      startTransition(() =>
        setGrown((now) => (now.place === place && now.rows === rows ? { place, rows: rows + AT_ONCE } : now)),
      );
    // Not in every browser; a moment later is as good.
    if (typeof requestIdleCallback !== "function") {
      const timer = setTimeout(grow, 50);
      return () => clearTimeout(timer);
    }
    const id = requestIdleCallback(grow, { timeout: 500 });
    return () => cancelIdleCallback(id);
  }, [isWhole, place, rows]);
  return Math.min(rows, count);
}
