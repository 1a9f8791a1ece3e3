import type { Page } from "@playwright/test";
import { openBrowser, signedIn, sizes } from "../harness/browser";
import { measured } from "../harness/figure";
import { fillInbox, waiting } from "../harness/fill-inbox";
import { watchInteractions } from "../harness/interactions";
import { runBench } from "../harness/run-bench";
import { percentile } from "../harness/timing";

const times = 40;
const must = { atMost: 100 };

/** One turn of what is measured: done, and waited for until it is shown. */
type Turn = (turn: number) => { work: () => Promise<unknown>; isShown: () => Promise<unknown> };

await runBench(async ({ figure, after }) => {
  const inbox = await fillInbox(after);
  const browser = await openBrowser(after);
  for (const size of ["phone", "desk"] as const) {
    const page = await (await signedIn(browser, inbox, sizes[size])).newPage();
    const interactions = await watchInteractions(page);
    const measure = async (what: string, turn: Turn, back?: () => Promise<unknown>) => {
      await openList(page);
      for (let count = 0; count < times; count += 1) {
        const { work, isShown } = turn(count);
        await interactions.one(work, isShown);
        await back?.();
      }
      const all = await interactions.all();
      const beside = [measured("median", "ms", all), measured("worst", "ms", [Math.max(...all)])];
      figure(`${what} in ${waiting} waiting on a ${size}, p95`, percentile(all, 95), "ms", must, beside);
    };

    await measure("filter", filterBy(page));
    await measure("open", openRow(page), size === "phone" ? () => goBack(page) : undefined);
    if (size === "desk") await measure("j and k", moveOn(page));
    await page.context().close();
  }
});

async function openList(page: Page): Promise<void> {
  await page.goto("/");
  await page.locator("[data-slot=live-state]:visible").filter({ hasText: "Live" }).first().waitFor();
}

async function goBack(page: Page): Promise<void> {
  await page.goBack();
  await page.locator("main [data-row]:visible").first().waitFor();
}

function filterBy(page: Page): Turn {
  const kinds = page.getByRole("navigation", { name: "Kind of request" }).getByRole("link");
  return (turn) => {
    // All of them every other time, which has the most to draw.
    const kind = kinds.nth(turn % 2 === 0 ? 1 + ((turn / 2) % 3) : 0);
    return {
      work: () => kind.click(),
      isShown: () => kind.and(page.locator("[aria-current=true]")).waitFor(),
    };
  };
}

function openRow(page: Page): Turn {
  const rows = page.locator("main [data-row]");
  return (turn) => {
    const row = rows.nth(3 + turn);
    return {
      work: () => row.click(),
      isShown: () =>
        page.waitForFunction(() => {
          const shown = document.querySelector("main article h1");
          return location.pathname.startsWith("/approvals/") && shown !== null;
        }),
    };
  };
}

function moveOn(page: Page): Turn {
  let from: string | undefined;
  return (turn) => ({
    async work() {
      from = await rowInFocus(page);
      // Down the list, with a step back now and then.
      await page.keyboard.press(turn % 5 === 4 ? "k" : "j");
    },
    async isShown() {
      if ((await rowInFocus(page)) === from) throw new Error("j and k move to no other row");
    },
  });
}

function rowInFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-row]")?.dataset.row);
}
