import { listComeBackTo, noteLeaving, rowIds, rowOrNeighbour, scrollAsLeft } from "./lists-left";

/** What has the keyboard; what it stands in; and if it is a row, those around it. */
let held: {
  element: HTMLElement;
  within: readonly Element[];
  row: { id: string; order: readonly string[] } | null;
} | null = null;
/** What is to have the keyboard as soon as it is on the page. */
let wanted: { find: () => HTMLElement | null; untilMs: number } | null = null;
let isPaneWanted = false;

const PATIENCE_MS = 4_000;

/** Follows the keyboard through what happens to the page, and puts it where it belongs when its place is gone. */
export function keepFocus(): () => void {
  const observer = new MutationObserver(() => {
    fulfil();
    takeUp();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("focusin", hold);
  // Somebody may have come to a row before all of this was here.
  holdIn(document.activeElement);
  document.addEventListener("click", leave, true);
  document.addEventListener("keydown", giveUp, true);
  document.addEventListener("pointerdown", giveUp, true);
  return () => {
    observer.disconnect();
    document.removeEventListener("focusin", hold);
    document.removeEventListener("click", leave, true);
    document.removeEventListener("keydown", giveUp, true);
    document.removeEventListener("pointerdown", giveUp, true);
  };
}

/**
 * Another page is there. Come back to a list, the row that was opened has the keyboard again; on a desk a row
 * beside its request keeps it; else it is at the page's heading, which is then read.
 */
export function arrive(now: string, before: string): void {
  silenceNext();
  const left = listComeBackTo(now, before);
  const isPane = isPaneWanted;
  isPaneWanted = false;
  if (left) {
    scrollAsLeft(left);
    want(() => rowOrNeighbour(left.row, left.order));
  } else if (isPane) {
    want(paneHeading);
  } else if (!isPlaced()) {
    want(pageHeading);
  }
}

/** A row that stayed, or a field the page itself has chosen. */
function isPlaced(): boolean {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !isShown(active)) return false;
  return active.dataset.row !== undefined || active.matches("input, textarea, select");
}

function hold({ target }: FocusEvent): void {
  holdIn(target);
}

function holdIn(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement) || target === document.body) {
    held = null;
    return;
  }
  const id = target.dataset.row;
  const within: Element[] = [];
  for (let one = target.parentElement; one && one.id !== "content"; one = one.parentElement) within.push(one);
  held = { element: target, within, row: id === undefined ? null : { id, order: rowIds() } };
}

function leave(event: MouseEvent): void {
  const row = (event.target as Element | null)?.closest<HTMLAnchorElement>("a[data-row]");
  if (!row || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  noteLeaving(row);
  // Pressed by a key, it is opened to be read: where it stands beside the list, the keyboard goes there.
  isPaneWanted = event.detail === 0 && row.closest("[data-follow]") !== null;
  if (isPaneWanted && row.pathname === window.location.pathname) {
    isPaneWanted = false;
    want(paneHeading);
  }
}

/** Whoever goes on by themselves is not fetched back. */
function giveUp(): void {
  wanted = null;
  if (held && !held.element.isConnected) held = null;
}

function want(find: () => HTMLElement | null): void {
  wanted = { find, untilMs: performance.now() + PATIENCE_MS };
  fulfil();
}

function fulfil(): void {
  if (wanted === null) return;
  const found = wanted.find();
  if (found === null && performance.now() < wanted.untilMs) return;
  wanted = null;
  if (found) place(found);
}

/** What went away under the keyboard hands it on: a row to the one that took its place, else to what is nearest. */
function takeUp(): void {
  if (held === null || held.element.isConnected || wanted !== null) return;
  const { row, within } = held;
  held = null;
  if (document.activeElement !== document.body && document.activeElement !== null) return;
  const next = (row ? rowOrNeighbour(row.id, row.order) : nearest(within)) ?? pageHeading();
  if (next) place(next);
}

/** Never a field: on a phone it would bring up the keyboard. */
function nearest(within: readonly Element[]): HTMLElement | null {
  const around = within.find((one) => one.isConnected);
  if (around === undefined || !around.closest("#content")) return null;
  const found = Array.from(around.querySelectorAll<HTMLElement>("a[href], button, summary"));
  return found.find(isShown) ?? null;
}

function place(element: HTMLElement): void {
  if (!element.matches("a, button, input, [tabindex]")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  const { top, bottom } = element.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight) element.scrollIntoView({ block: "center" });
}

function pageHeading(): HTMLElement | null {
  return shown("#content h1") ?? null;
}

function paneHeading(): HTMLElement | null {
  return shown("#content [data-request] :is(h1, h2)");
}

function shown(selector: string): HTMLElement | null {
  return Array.from(document.querySelectorAll<HTMLElement>(selector)).find(isShown) ?? null;
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}

/** The heading is read because the keyboard goes there; the framework would say the page's title over it. */
function silenceNext(): void {
  const region = document.querySelector("next-route-announcer")?.shadowRoot?.firstElementChild;
  region?.setAttribute("aria-live", "off");
  region?.setAttribute("aria-hidden", "true");
}
