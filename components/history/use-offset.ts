"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import { scrollerOf } from "./use-place";

/** How far the list begins below the top of what scrolls. */
export function useOffset(list: RefObject<HTMLDivElement | null>): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const measure = () => {
      const scroller = scrollerOf();
      const isPage = scroller === document.documentElement;
      const above = isPage ? window.scrollY : scroller.scrollTop - scroller.getBoundingClientRect().top;
      const top = element.getBoundingClientRect().top + above;
      setOffset((now) => (Math.abs(now - top) < 1 ? now : top));
    };
    measure();
    const observer = new ResizeObserver(measure);
    // Whatever stands above may grow or shrink.
    for (const sibling of document.getElementById("content")?.firstElementChild?.children ?? [])
      observer.observe(sibling);
    return () => observer.disconnect();
  }, [list]);
  return offset;
}
