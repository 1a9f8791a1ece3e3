/** Where a list was left for one of its rows: which row, those around it, and how far it was scrolled. */
export type ListLeft = {
  opened: string;
  row: string;
  order: readonly string[];
  windowY: number;
  contentY: number;
};

const lists = new Map<string, ListLeft>();

export function noteLeaving(row: HTMLAnchorElement): void {
  lists.set(window.location.pathname, {
    opened: new URL(row.href).pathname,
    row: row.dataset.row ?? "",
    order: rowIds(),
    windowY: window.scrollY,
    contentY: content()?.scrollTop ?? 0,
  });
}

/** The list that is come back to, if it is the one this page was opened from. */
export function listComeBackTo(list: string, from: string): ListLeft | null {
  const left = lists.get(list);
  return left?.opened === from ? left : null;
}

export function scrollAsLeft({ windowY, contentY }: ListLeft): void {
  window.scrollTo({ top: windowY });
  content()?.scrollTo({ top: contentY });
}

export function rowIds(): string[] {
  return Array.from(
    document.querySelectorAll<HTMLElement>("#content [data-row]"),
    ({ dataset }) => dataset.row ?? "",
  );
}

/** The row itself, or where it is gone the next one below it, or the last one above. */
export function rowOrNeighbour(id: string, order: readonly string[]): HTMLElement | null {
  const at = order.indexOf(id);
  const around = [id, ...order.slice(at + 1), ...order.slice(0, Math.max(at, 0)).toReversed()];
  for (const one of around) {
    const row = document.querySelector<HTMLElement>(`#content [data-row="${CSS.escape(one)}"]`);
    if (row && row.getClientRects().length > 0) return row;
  }
  return null;
}

function content(): HTMLElement | null {
  return document.getElementById("content");
}
