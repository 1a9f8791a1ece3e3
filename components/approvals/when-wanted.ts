/** Of whoever is about to use something: a hand on the mouse, the keys or the screen. */
const SIGNS = ["pointermove", "pointerdown", "keydown", "touchstart", "wheel", "focusin"] as const;

let resolve: () => void = () => undefined;
const wanted = new Promise<void>((done) => {
  resolve = done;
});
let isWatching = false;

/** It will be used, or has to move by itself. */
export function wantPane(): void {
  resolve();
  for (const sign of SIGNS) window.removeEventListener(sign, wantPane, true);
}

/** When somebody comes near the page for the first time, or somebody says so before. */
export function whenWanted(): Promise<void> {
  if (!isWatching) {
    isWatching = true;
    for (const sign of SIGNS) window.addEventListener(sign, wantPane, { capture: true, passive: true });
  }
  return wanted;
}
