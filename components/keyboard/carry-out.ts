import type { Router } from "./follow";
import type { KeyAction } from "./keys";

type Actions = Record<KeyAction, (router: Router) => void>;

/** What goes out of the page is meant for what was open at the press, and for that moment. */
const OUTGOING: ReadonlySet<KeyAction> = new Set<KeyAction>(["leave", "export"]);
const LATE_MS = 1_000;
/** Two presses as near as this are one: each would open a tab, and be written down. */
const AGAIN_MS = 1_000;

let last = { what: "", atMs: Number.NEGATIVE_INFINITY };

/** Does what a key says, as soon as what it does is here: with the first key it may still be on its way. */
export async function carryOut(
  action: KeyAction,
  router: Router,
  load: () => Promise<{ ACTIONS: Actions }> = () => import("./act"),
): Promise<void> {
  const place = placeNow();
  const pressedMs = performance.now();
  // Could not be fetched: the next press asks anew.
  const loaded = await load().catch(() => null);
  if (loaded === null) return;
  if (OUTGOING.has(action)) {
    const nowMs = performance.now();
    if (placeNow() !== place || nowMs - pressedMs > LATE_MS) return;
    const what = `${action} ${place}`;
    if (last.what === what && nowMs - last.atMs < AGAIN_MS) return;
    last = { what, atMs: nowMs };
  }
  loaded.ACTIONS[action](router);
}

function placeNow(): string {
  return window.location.pathname + window.location.search;
}
