import type { Page } from "@playwright/test";
import { openBrowser, signedIn, sizes } from "../harness/browser";
import { type Measured, measured } from "../harness/figure";
import { fillInbox, waiting } from "../harness/fill-inbox";
import { runBench } from "../harness/run-bench";
import { percentile } from "../harness/timing";

const times = 20;
/** The row that is opened: far down, so that the list has been scrolled. */
const rowAt = 200;

type Moved = { ms: number; waited: string[]; top: number };

await runBench(async ({ figure, after, say }) => {
  const inbox = await fillInbox(after);
  const browser = await openBrowser(after);
  for (const size of ["desk", "phone"] as const) {
    const page = await (await signedIn(browser, inbox, sizes[size])).newPage();
    await page.goto("/");
    await page.locator("[data-slot=live-state]:visible").filter({ hasText: "Live" }).first().waitFor();
    const all: Record<"back" | "forward", number[]> = { back: [], forward: [] };
    const faults: string[] = [];
    for (let turn = 0; turn < times; turn += 1) {
      const row = page.locator("main [data-row]").nth(rowAt + turn);
      await row.scrollIntoViewIfNeeded();
      const id = (await row.getAttribute("data-row")) ?? "";
      const before = await page.evaluate(topOf, id);
      await row.click();
      await page.waitForFunction(isDetail);
      // What the request asks for by itself has come.
      await page.waitForTimeout(200);
      const back = await move(page, "back", id);
      const forward = await move(page, "forward", id);
      await move(page, "back", id);
      all.back.push(back.ms);
      all.forward.push(forward.ms);
      faults.push(...back.waited, ...forward.waited);
      if (Math.abs(back.top - before) > 1) faults.push(`the row was at ${before} and is at ${back.top}`);
    }
    for (const way of ["back", "forward"] as const) {
      const beside: Measured[] = [measured("median", "ms", all[way])];
      const what = `${way} between list and request, ${waiting} waiting, on a ${size}: p95`;
      figure(what, percentile(all[way], 95), "ms", { atMost: 100 }, beside);
    }
    for (const fault of new Set(faults)) say(fault);
    const what = `of ${times * 2} on a ${size}, those with something to wait for, or at another place`;
    figure(what, faults.length, "times", { atMost: 0 }, []);
    await page.context().close();
  }
});

function isDetail(): boolean {
  return location.pathname.startsWith("/approvals/") && document.querySelector("main article h1") !== null;
}

/** In the page: where the row is on the screen. */
function topOf(id: string): number {
  return document.querySelector(`[data-row="${id}"]`)?.getBoundingClientRect().top ?? Number.NaN;
}

/** Through the browser's own history, until the other is painted. */
function move(page: Page, way: "back" | "forward", id: string): Promise<Moved> {
  return page.evaluate(
    ([way, id]) =>
      new Promise<Moved>((done) => {
        const began = performance.now();
        const waited = new Set<string>();
        const isThere = () => {
          for (const one of document.querySelectorAll("[aria-busy=true]")) {
            if (one.checkVisibility()) waited.add(`${way}: ${one.textContent?.slice(0, 40)}`);
          }
          const row = document.querySelector<HTMLElement>(`main [data-row="${id}"]`);
          return way === "back"
            ? location.pathname === "/" && row?.checkVisibility() === true
            : location.pathname.endsWith(id) && document.querySelector("main article h1") !== null;
        };
        const look = () => {
          if (!isThere()) return;
          watching.disconnect();
          requestAnimationFrame(() =>
            setTimeout(() => {
              const ms = performance.now() - began;
              // Scrolled to after the paint, it would have jumped.
              const top = document.querySelector(`[data-row="${id}"]`)?.getBoundingClientRect().top ?? 0;
              setTimeout(() => done({ ms, waited: [...waited], top }), 100);
            }),
          );
        };
        const watching = new MutationObserver(look);
        watching.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        if (way === "back") history.back();
        else history.forward();
      }),
    [way, id] as const,
  );
}
