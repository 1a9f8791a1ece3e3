"use client";

import type { Virtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef } from "react";

export type AnyVirtualizer = Virtualizer<HTMLElement, HTMLElement> | Virtualizer<Window, HTMLElement>;

/** While somebody reads further down, what comes in at the top moves nothing under their eyes. */
export function useAnchored(lines: number, virtualizer: AnyVirtualizer, scrollMargin: number): void {
  const before = useRef({ lines, fromEnd: 0, within: 0, isScrolled: false });
  useLayoutEffect(() => {
    const was = before.current;
    if (was.lines !== lines && was.isScrolled) {
      const index = Math.max(0, lines - was.fromEnd);
      const [start] = virtualizer.getOffsetForIndex(index, "start") ?? [0];
      virtualizer.scrollToOffset(start + was.within);
    }
    const offset = virtualizer.scrollOffset ?? 0;
    const item = virtualizer.getVirtualItemForOffset(offset);
    before.current = {
      lines,
      fromEnd: item ? lines - item.index : 0,
      within: item ? offset - item.start : 0,
      isScrolled: offset > scrollMargin,
    };
  });
}
