"use client";

import { createContext, useContext } from "react";

/** Shows an address of the inbox from what is here, without asking the server for a page. */
export type Go = (href: string, how?: "push" | "replace") => void;

/** Null where list and request are not side by side, or not yet ready: the address is asked for as any other. */
export const GoContext = createContext<Go | null>(null);

/** What makes a link to a request, or back to the list, answer at once. It is a plain link all the same. */
export function useOpening(href: string): {
  href: string;
  onNavigate?: (event: { preventDefault(): void }) => void;
} {
  const go = useContext(GoContext);
  if (go === null) return { href };
  return {
    href,
    onNavigate(event) {
      event.preventDefault();
      go(href);
    },
  };
}

/** The history's own calls, which the router follows without asking anybody. */
export const goHere: Go = (href, how = "push") => {
  const here = `${window.location.pathname}${window.location.search}`;
  if (how === "push" && href !== here) window.history.pushState(null, "", href);
  else window.history.replaceState(null, "", href);
};
