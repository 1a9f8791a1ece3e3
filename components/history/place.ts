/** Where somebody was in a list when they left it: the line, counted from the end, and how far it was scrolled. */
export type Place = {
  /** The whole address asked; a place in one list says nothing of another. */
  list: string;
  scrollTop: number;
  /** Lines that came in above do not move what is counted from below. */
  fromEnd: number | null;
  within: number;
  row: string | null;
  /** How far below the top of the window the row stood. */
  rowTop: number | null;
};

const KEY = "history-place";
const JUST_MS = 1_500;

export function keepPlace(place: Place): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // Not allowed to remember: the list begins at its top.
  }
}

export function keptPlace(list: string): Place | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    return isPlace(kept) && kept.list === list ? kept : null;
  } catch {
    return null;
  }
}

function isPlace(value: unknown): value is Place {
  return typeof value === "object" && value !== null && "list" in value && "scrollTop" in value;
}

let wentBackAt = Number.NEGATIVE_INFINITY;
if (typeof window !== "undefined") {
  window.addEventListener("popstate", () => {
    wentBackAt = performance.now();
  });
}

/** Whether this page is come back to, by the browser's own way or by the row its address names. */
export function isComingBack(row: string | null): boolean {
  return performance.now() - wentBackAt < JUST_MS || (row !== null && hashRow() === row);
}

export function hashRow(): string | null {
  try {
    return decodeURIComponent(window.location.hash.slice(1)) || null;
  } catch {
    return null;
  }
}
