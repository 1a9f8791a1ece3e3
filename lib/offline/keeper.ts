import { dropList, forget } from "./forget";
import type { KeptList } from "./kept";
import { passCookie } from "./names";
import { passIn, passSeconds, readPass } from "./pass";
import { seal } from "./seal";
import { putOnShelf, takeFromShelf } from "./shelf";

const pauseMs = 5_000;
/** Passes this page has begun with: only as it is drawn does a page know whose session the browser has. */
const begun = new Set<string>();

/** What is kept goes by the wish of this page, which may wish for it again. */
export function letGo(): void {
  begun.clear();
  forget();
}

/** Writes what the page knows, at most every few seconds, and at once when the page is put away. */
export function openKeeper(passText: string, read: () => KeptList | null) {
  const pass = readPass(passText);
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastAt: string | null = null;

  const isOurs = () => passIn(document.cookie) === passText;
  const renew = () => {
    const secure = location.protocol === "https:" ? "; secure" : "";
    // biome-ignore lint/suspicious/noDocumentCookie: the store for it is not in every browser we support.
    document.cookie = `${passCookie}=${passText}; path=/; max-age=${passSeconds}; samesite=strict${secure}`;
  };
  async function write(): Promise<void> {
    if (!pass) return;
    const list = read();
    if (list === null || list.asOf === lastAt) return;
    lastAt = list.asOf;
    const sealed = await seal(list, pass);
    // Another session has begun in this browser, or this one is over: what this page knows is not theirs to find.
    if (!isOurs()) return;
    await putOnShelf(sealed);
    if (isOurs()) renew();
    else dropList();
  }
  const quietly = () => void write().catch(() => undefined);
  const putAway = () => {
    if (document.hidden) quietly();
  };

  return {
    /** A page that was just drawn says whose session it is; whatever another one kept goes. */
    async begin(): Promise<void> {
      const there = passIn(document.cookie);
      // Another session's, or taken away with this one: not for this page to bring back.
      if (begun.has(passText) && there !== passText) return;
      begun.add(passText);
      renew();
      document.addEventListener("visibilitychange", putAway);
      const kept = await takeFromShelf().catch(() => null);
      if (kept && kept.id !== pass?.id) {
        dropList();
      }
      quietly();
    },
    note(): void {
      timer ??= setTimeout(() => {
        timer = null;
        quietly();
      }, pauseMs);
    },
    stop(): void {
      document.removeEventListener("visibilitychange", putAway);
      if (timer !== null) clearTimeout(timer);
    },
  };
}
