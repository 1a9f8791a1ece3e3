import { goShort } from "@/components/ui/shortcut";

const SETTLED_MS = 140;

let timer: ReturnType<typeof setTimeout> | null = null;

export type Router = { push: (href: string, options: { scroll: boolean }) => void; replace: Router["push"] };

/**
 * Where a request stands beside its list, it follows the row the keyboard is on, once that rests. The first one
 * is a step of the browser's history, the others take its place: one step back leaves the list as it was.
 */
export function followRow(row: HTMLElement, router: Router): void {
  stopFollowing();
  if (row.closest("[data-follow]") === null || !isBeside()) return;
  const { href } = row as HTMLAnchorElement;
  if (!href || href === window.location.href) return;
  timer = setTimeout(() => {
    timer = null;
    const { pathname, search } = new URL(href);
    const how = window.location.pathname === "/" ? "push" : "replace";
    const there = `${pathname}${search}`;
    if (!goShort(there, how)) router[how](there, { scroll: false });
  }, SETTLED_MS);
}

export function stopFollowing(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
}

export function isBeside(): boolean {
  return window.matchMedia("(min-width: 64rem)").matches;
}
