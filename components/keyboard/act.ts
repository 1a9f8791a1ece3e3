import { addresses } from "@/components/addresses";
import { goShort } from "@/components/ui/shortcut";
import { followRow, type Router, stopFollowing } from "./follow";
import type { KeyAction } from "./keys";
import { showOverlay, toggleOverlay } from "./overlay";
import { currentRow, firstOnScreen, focusRow, rowsInSight } from "./rows";

let lastRow: string | null = null;

/** What each row of the table does. They press what stands on the page: nothing here knows a way around it. */
export const ACTIONS: Record<KeyAction, (router: Router) => void> = {
  next: (router) => move(router, 1),
  previous: (router) => move(router, -1),
  open() {
    const rows = rowsInSight();
    const isSearching = document.activeElement?.matches("input[type=search]") ?? false;
    if (!isSearching) rows[currentRow(rows, lastRow)]?.click();
    else if (rows[0]) focusRow(rows[0]);
  },
  search() {
    const field = inSight("#content input[type=search]");
    if (field === null) return showOverlay("palette");
    field.focus();
    if (field instanceof HTMLInputElement) field.select();
  },
  export: () => inSight("#content a[data-key=export]")?.click(),
  leave: () => openedWayOut()?.click(),
  back() {
    const row = rowsInSight().find((one) => one.getAttribute("aria-current") === "page");
    if (row) focusRow(row);
    else inSight("#content a[data-key=back]")?.click();
  },
  goInbox: (router) => go(router, addresses.inbox),
  goHistory: (router) => go(router, addresses.history),
  goContracts: (router) => go(router, addresses.contracts),
  goSettings: (router) => go(router, addresses.connection),
  palette: () => toggleOverlay("palette"),
  help: () => toggleOverlay("help"),
  close: () => showOverlay(null),
};

function move(router: Router, by: 1 | -1): void {
  const rows = rowsInSight();
  const at = currentRow(rows, lastRow);
  const row = rows[at === -1 ? firstOnScreen(rows) : at + by];
  if (row === undefined) return;
  lastRow = row.dataset.row ?? null;
  focusRow(row);
  followRow(row, router);
}

function go(router: Router, href: string): void {
  stopFollowing();
  const isThere = window.location.pathname + window.location.search === href;
  if (!isThere && !goShort(href, "push")) router.push(href, { scroll: true });
}

/**
 * The link of the request that is open at its own address, and of no other: not while the keyboard is on another
 * row, whose request is not there yet.
 */
export function openedWayOut(): HTMLElement | null {
  const sheet = document.querySelector<HTMLElement>("#content [data-request]");
  const id = sheet?.dataset.request;
  if (!sheet || !id || window.location.pathname !== addresses.approval(id)) return null;
  const row = document.activeElement?.closest<HTMLElement>("[data-row]");
  if (row && row.dataset.row !== id) return null;
  return sheet.querySelector<HTMLElement>("a[data-primary=leave]");
}

function inSight(selector: string): HTMLElement | null {
  const found = Array.from(document.querySelectorAll<HTMLElement>(selector));
  return found.find((element) => element.getClientRects().length > 0) ?? null;
}
