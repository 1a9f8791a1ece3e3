"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Approval } from "@/lib/api/types";
import { beginWith, type Steady, steadied, without } from "./steady";

/** A pointer that rests so long over the list is not about to press. */
const RESTS_MS = 4_000;
/** How long a row says where it went. */
const SAID_MS = 8_000;

/**
 * The list as it is drawn: it follows what is true, but never moves what the eye or the pointer is on. `place`
 * changes where another list is asked for, which is drawn as it is.
 */
export function useSteady(live: readonly Approval[], place: string) {
  const [state, setState] = useState({ live, place, steady: beginWith(live) });
  const hold = useRef({ isScrolled: false, isFocused: false, isPointed: false });
  const isHeld = () => Object.values(hold.current).some(Boolean);
  let { steady } = state;
  if (state.place !== place) steady = beginWith(live);
  // What holds is known only in the browser, and only matters when something changes.
  else if (state.live !== live) steady = steadied(state.steady, live, isHeld());
  if (state.place !== place || state.live !== live) setState({ live, place, steady });

  /** Lets in what waited, if nothing else holds it back. */
  const look = useCallback((isForced = false) => {
    if (!isForced && Object.values(hold.current).some(Boolean)) return;
    setState((now) => ({ ...now, steady: settledNow(now.steady, now.live) }));
  }, []);
  const set = useCallback(
    (what: keyof typeof hold.current, value: boolean) => {
      if (hold.current[what] === value) return;
      hold.current[what] = value;
      if (!value) look();
    },
    [look],
  );
  useForgetting(steady, hold, setState);
  return {
    ...steady,
    list: useHolds(set),
    setScrolled: (is: boolean) => set("isScrolled", is),
    showAll: () => look(true),
  };
}

/** The same object where there is nothing to let in: nothing is drawn again. */
function settledNow(steady: Steady, live: readonly Approval[]): Steady {
  const next = steadied(steady, live, false);
  const isSame =
    next.entries.length === steady.entries.length &&
    next.entries.every((entry, index) => entry === steady.entries[index]);
  return isSame && steady.waiting.length === 0 ? steady : next;
}

/** What the rows are held by: the keyboard's place among them, and a pointer over them. */
function useHolds(set: (what: "isFocused" | "isPointed", value: boolean) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const point = ({ pointerType }: { pointerType: string }) => {
    if (pointerType !== "mouse" && pointerType !== "pen") return;
    set("isPointed", true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => set("isPointed", false), RESTS_MS);
  };
  return {
    onPointerEnter: point,
    onPointerMove: point,
    onPointerLeave: () => {
      clearTimeout(timer.current);
      set("isPointed", false);
    },
    onFocus: ({ target }: { target: Element }) => set("isFocused", target.matches(":focus-visible")),
    onBlur: () => set("isFocused", false),
  };
}

type State = { live: readonly Approval[]; place: string; steady: Steady };
type Holds = { current: { isPointed: boolean } };

/** Takes each row that left away when it has been read, but for the one the keyboard is on. */
function useForgetting(steady: Steady, hold: Holds, setState: (next: (now: State) => State) => void): void {
  const goneAt = useRef(new Map<string, number>());
  const gone = steady.entries.filter(({ isGone }) => isGone).map(({ approval }) => approval.id);
  const key = gone.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which they are.
  useEffect(() => {
    goneAt.current = new Map(gone.map((id) => [id, goneAt.current.get(id) ?? Date.now()]));
    if (gone.length === 0) return;
    const forget = () => {
      const focused = document.activeElement?.closest<HTMLElement>("[data-left]")?.dataset.left;
      const latest = Date.now() - SAID_MS;
      const read = [...goneAt.current].filter(([id, at]) => at <= latest && id !== focused);
      if (hold.current.isPointed || read.length === 0) {
        timer = setTimeout(forget, 1_000);
        return;
      }
      const ids = new Set(read.map(([id]) => id));
      setState((now) => ({ ...now, steady: without(now.steady, ids) }));
    };
    const oldest = Math.min(...goneAt.current.values());
    let timer = setTimeout(forget, Math.max(0, oldest + SAID_MS - Date.now()));
    return () => clearTimeout(timer);
  }, [key]);
}
