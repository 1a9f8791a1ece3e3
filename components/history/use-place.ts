"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { isComingBack, keepPlace, keptPlace, type Place } from "./place";

/** As long as it takes a page to be drawn, measured and given the focus by whoever else wants to. */
const SETTLES_IN_FRAMES = 45;

/** What scrolls: the page's column on a desk, the whole page on a phone. */
export function scrollerOf(): HTMLElement {
  const column = document.getElementById("content");
  const isColumn = column !== null && getComputedStyle(column).overflowY === "auto";
  return isColumn ? column : document.documentElement;
}

/** How a list of its own making says where it stands, and goes there again. */
export type Measured = {
  where: () => Pick<Place, "fromEnd" | "within">;
  goTo: (place: Place) => void;
};

/**
 * Comes back to the exact place, with the focus on the row that was opened. `isReady`: everything is as high as it
 * will be, so that there is a place to go to.
 */
export function usePlace(
  list: string,
  rows: RefObject<HTMLElement | null>,
  isReady: boolean,
  measured: RefObject<Measured | null>,
): void {
  const left = useRef<Place | null>(null);
  const isBack = useRef(false);

  useEffect(() => {
    const element = rows.current;
    if (!isReady || element === null) return;
    const note = (link: HTMLElement | null): Place => {
      const own = measured.current?.where() ?? { fromEnd: null, within: 0 };
      const row = link?.dataset.row ?? null;
      const rowTop = link?.getBoundingClientRect().top ?? null;
      return { list, scrollTop: scrollerOf().scrollTop, ...own, row, rowTop };
    };
    const onClick = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
      if (link) keepPlace(note(link));
    };
    const target = scrollerOf() === document.documentElement ? window : scrollerOf();
    // Read while it stands: once the page is left there is nothing to read from.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        left.current = note(null);
      }, 100);
    };
    element.addEventListener("click", onClick, { capture: true });
    target.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener("click", onClick, { capture: true });
      target.removeEventListener("scroll", onScroll);
      const kept = keptPlace(list);
      if (left.current !== null && kept?.row == null) keepPlace(left.current);
    };
  }, [list, rows, isReady, measured]);

  useLayoutEffect(() => {
    if (!isReady || isBack.current) return;
    isBack.current = true;
    const place = keptPlace(list);
    if (place === null || !isComingBack(place.row)) return;
    const go = () => {
      if (place.fromEnd !== null && measured.current) measured.current.goTo(place);
      else scrollerOf().scrollTop = place.scrollTop;
    };
    go();
    // Next scrolls by itself once the page is there; this has the last word.
    let tries = 0;
    let frame = requestAnimationFrame(function settle() {
      tries += 1;
      const row = place.row === null ? null : rowElement(rows.current, place.row);
      if (row === null) go();
      else keepAt(row, place.rowTop);
      if (tries < (place.row === null ? 3 : SETTLES_IN_FRAMES)) frame = requestAnimationFrame(settle);
      else keepPlace({ ...place, row: null });
    });
    // Whoever moves by then has arrived.
    const stop = () => cancelAnimationFrame(frame);
    const moves = ["wheel", "touchstart", "pointerdown", "keydown"] as const;
    for (const move of moves) window.addEventListener(move, stop, { passive: true });
    return () => {
      stop();
      for (const move of moves) window.removeEventListener(move, stop);
    };
  }, [list, rows, isReady, measured]);
}

/** Rows above may be measured by now that were only guessed, and the page may have taken the focus elsewhere. */
function keepAt(row: HTMLElement, top: number | null): void {
  const focused = document.activeElement;
  if (focused === null || focused === document.body || focused.contains(row)) {
    row.focus({ preventScroll: true });
  }
  if (top !== null) scrollerOf().scrollTop += row.getBoundingClientRect().top - top;
}

function rowElement(within: HTMLElement | null, row: string): HTMLElement | null {
  return within?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`) ?? null;
}
