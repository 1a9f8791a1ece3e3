"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

// On the server nothing is laid out.
const useLaidOut = typeof window === "undefined" ? useEffect : useLayoutEffect;

/**
 * Keeps where the reader was. A request begins at its top; back on the list a phone stands where it was left, and
 * whoever goes by keyboard is on the row that was opened.
 */
export function usePlace(openId: string | null): {
  list: RefObject<HTMLElement | null>;
  pane: RefObject<HTMLDivElement | null>;
} {
  const list = useRef<HTMLElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const before = useRef(openId);
  const left = useRef(0);
  const open = useRef(openId);
  useEffect(() => {
    const note = () => {
      if (open.current === null) left.current = window.scrollY;
    };
    window.addEventListener("scroll", note, { passive: true });
    return () => window.removeEventListener("scroll", note);
  }, []);
  useLaidOut(() => {
    const last = before.current;
    if (last === openId) return;
    before.current = openId;
    open.current = openId;
    pane.current?.scrollTo(0, 0);
    const isHidden = list.current?.checkVisibility?.() === false;
    if (openId !== null && isHidden) {
      window.scrollTo(0, 0);
      document.getElementById("content")?.focus({ preventScroll: true });
    }
    if (openId === null && last !== null) {
      window.scrollTo(0, left.current);
      const isNowhere = document.activeElement === null || !list.current?.contains(document.activeElement);
      if (isNowhere) rowOf(list.current, last)?.focus({ preventScroll: true });
    }
  }, [openId]);
  return { list, pane };
}

function rowOf(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? null;
}
