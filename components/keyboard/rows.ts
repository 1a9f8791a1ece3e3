/** The rows of the list in sight, as they stand on the page. */
export function rowsInSight(): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>("#content [data-row]")).filter(isInSight);
}

/** The one the keyboard is on: focused, else the one that is open, else the last that was focused. */
export function currentRow(rows: readonly HTMLElement[], last: string | null): number {
  const focused = rows.findIndex((row) => row.contains(document.activeElement));
  if (focused !== -1) return focused;
  const opened = rows.findIndex((row) => row.getAttribute("aria-current") === "page");
  if (opened !== -1 || last === null) return opened;
  return rows.findIndex((row) => row.dataset.row === last && isOnScreen(row));
}

export function firstOnScreen(rows: readonly HTMLElement[]): number {
  return Math.max(rows.findIndex(isOnScreen), 0);
}

/** Focus is the selection, so a reader of the screen follows; the page moves only as far as it must. */
export function focusRow(row: HTMLElement): void {
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function isInSight(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}

function isOnScreen(row: HTMLElement): boolean {
  const { top, bottom } = row.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}
