import { forget } from "../forget";
import { isFresh } from "../kept";
import { askHealth, type Cause, causeNow } from "./cause";
import { draw } from "./draw";
import { openKept } from "./open-kept";
import { patch } from "./patch";
import { showFont } from "./show-font";
import type { View } from "./view";
import { wordsFor } from "./words";

const lookEveryMs = 5_000;
const drawEveryMs = 5_000;
/** A page that comes back here each time it is loaded is not loaded again and again by itself. */
const reloadEveryMs = 20_000;

const root = document.documentElement;
const main = document.getElementById("content");

async function begin(): Promise<void> {
  showFont();
  let kept = await openKept(Date.now());
  if (kept?.theme) root.dataset.theme = kept.theme;
  const { locale, words } = wordsFor(kept?.locale, ...navigator.languages);
  root.lang = locale;
  let cause = causeNow((root.dataset.cause ?? "silent") as Cause, navigator.onLine);

  const show = () => {
    // A page that is left open grows old as well.
    if (kept && !isFresh(kept.savedAt, Date.now())) {
      kept = null;
      forget();
    }
    const zone = kept?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    const path = location.pathname;
    const view: View = { kept, cause, now: Date.now(), path, words, locale, timeZone: zone };
    const { title, parts } = draw(view);
    document.title = title;
    if (main) patch(main, parts);
  };
  const look = async () => {
    const found = navigator.onLine ? await askHealth() : "offline";
    if (found === null) return comeBack();
    if (found === cause) return;
    cause = found;
    show();
  };
  show();
  setInterval(show, drawEveryMs);
  setInterval(() => {
    if (!document.hidden) void look();
  }, lookEveryMs);
  for (const name of ["online", "offline"]) window.addEventListener(name, () => void look());
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) void look();
  });
}

function comeBack(): void {
  const name = "countersign.reloaded";
  try {
    const last = Number(sessionStorage.getItem(name) ?? 0);
    if (Date.now() - last < reloadEveryMs) return;
    sessionStorage.setItem(name, String(Date.now()));
    location.reload();
  } catch {
    // Without a memory it might never end; the button is there.
  }
}

void begin();
