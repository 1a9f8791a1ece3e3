import type { Page } from "@playwright/test";
import { openBrowser, signedIn, sizes } from "./browser";
import type { BenchInbox } from "./start-inbox";

/** An inbox somebody has open, which remembers by this machine's one clock when each row was painted and went. */
export type OpenPage = {
  /** Waits for it; also when it was before anybody asked. */
  came: (id: string) => Promise<number>;
  went: (id: string) => Promise<number>;
  /** The list that could show it by then: when the page asked for it and when it had the answer. */
  listBefore: (at: number) => Promise<{ asked: number; answered: number }>;
};

type Times = {
  came: Record<string, number>;
  went: Record<string, number>;
  lists: { asked: number; answered: number }[];
};
type InPage = typeof globalThis & { times: Times };

export async function openPage(
  inbox: BenchInbox,
  after: (undo: () => Promise<unknown>) => void,
): Promise<OpenPage> {
  const page = await (await signedIn(await openBrowser(after), inbox, sizes.desk)).newPage();
  await page.goto("/");
  await page.locator("[data-slot=live-state]:visible").filter({ hasText: "Live" }).first().waitFor();
  await page.evaluate(keepTimes);
  const time = async (what: "came" | "went", id: string) => {
    const at = await page.waitForFunction(
      ([what, id]) => (globalThis as InPage).times[what][id],
      [what, id] as const,
      { polling: 20 },
    );
    return (await at.jsonValue()) ?? Number.NaN;
  };
  return {
    came: (id) => time("came", id),
    went: (id) => time("went", id),
    listBefore: (at) => listBefore(page, at),
  };
}

async function listBefore(page: Page, at: number): Promise<{ asked: number; answered: number }> {
  const list = await page.evaluate(
    (at) => (globalThis as InPage).times.lists.findLast(({ answered }) => answered <= at) ?? null,
    at,
  );
  if (!list) throw new Error("a row came or went, and no list was asked for");
  return list;
}

/** In the page. */
function keepTimes(): void {
  const times: Times = { came: {}, went: {}, lists: [] };
  Object.assign(globalThis, { times });
  const began = Date.now() - performance.now();
  new PerformanceObserver((entries) => {
    for (const { name, startTime, duration } of entries.getEntries()) {
      if (!name.includes("/api/approvals?phase=open")) continue;
      times.lists.push({ asked: began + startTime, answered: began + startTime + duration });
    }
  }).observe({ type: "resource" });
  const rowsHere = () =>
    new Set(Array.from(document.querySelectorAll<HTMLElement>("main [data-row]"), (row) => row.dataset.row));
  let here = rowsHere();
  const look = () => {
    const before = here;
    here = rowsHere();
    const came = [...here].filter((id) => !before.has(id));
    const went = [...before].filter((id) => !here.has(id));
    if (came.length + went.length === 0) return;
    // What the next frame shows is on the screen when the frame is over.
    requestAnimationFrame(() =>
      setTimeout(() => {
        for (const id of came) times.came[id ?? ""] ??= Date.now();
        for (const id of went) times.went[id ?? ""] = Date.now();
      }),
    );
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
}
