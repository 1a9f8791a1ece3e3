import { goHere } from "@/components/inbox/use-opening";

const SETTLED_MS = 140;

let timer: ReturnType<typeof setTimeout> | null = null;

export type Router = { push: (href: string, options: { scroll: boolean }) => void; replace: Router["push"] };

/**
 * Where a request stands beside its list, it follows the row the keyboard is on, once that rests. The first one
 * is a step of the browser's history, the others take its place: one step back leaves the list as it was.
 */
export function followRow(row: HTMLElement, router: Router): void {
  stopFollowing();
  const list = row.closest<HTMLElement>("[data-follow]");
  if (list === null || !isBeside()) return;
  const { href } = row as HTMLAnchorElement;
  if (!href || href === window.location.href) return;
  timer = setTimeout(() => {
    timer = null;
    const { pathname, search } = new URL(href);
    const how = window.location.pathname === "/" ? "push" : "replace";
    // What is here already is shown without asking the server for its page.
    if (list.dataset.follow === "here") goHere(`${pathname}${search}`, how);
    else router[how](`${pathname}${search}`, { scroll: false });
  }, SETTLED_MS);
}

export function stopFollowing(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
}

export function isBeside(): boolean {
  return window.matchMedia("(min-width: 64rem)").matches;
}
