import type { Browser, BrowserContext } from "@playwright/test";
import { startBareNext } from "../harness/bare-next";
import { openBrowser, signedIn, sizes } from "../harness/browser";
import type { Measured } from "../harness/figure";
import { fillInbox, waiting } from "../harness/fill-inbox";
import { type Loaded, loadWhole } from "../harness/load-whole";
import { runBench } from "../harness/run-bench";

const must = { atMost: 1.35 };

await runBench(async ({ rounds, ratio, figure, after }) => {
  const bare = await startBareNext();
  after(bare.stop);
  const inbox = await fillInbox(after);
  const browser = await openBrowser(after);

  const loads = new Map<string, Loaded>();
  const load = async (name: string, address: string, open: (browser: Browser) => Promise<BrowserContext>) => {
    const context = await open(browser);
    const loaded = await loadWhole(await context.newPage(), address);
    await context.close();
    loads.set(name, loaded);
    return loaded.script / 1024;
  };
  const scripts = await rounds(
    {
      ours: () => load("desk", `${inbox.web}/`, (browser) => signedIn(browser, inbox, sizes.desk)),
      onPhone: () => load("phone", `${inbox.web}/`, (browser) => signedIn(browser, inbox, sizes.phone)),
      bare: () => load("bare", `${bare.origin}/`, (browser) => browser.newContext()),
    },
    { unit: "KB", count: 3, warmUp: false },
  );
  const named = (name: string, measured: Measured): Measured => ({ ...measured, name });
  const control = named("an empty Next page", scripts.bare);
  ratio(
    `script on first load of / with ${waiting} waiting, on a desk`,
    named("ours", scripts.ours),
    [control],
    must,
  );
  ratio(
    `script on first load of / with ${waiting} waiting, on a phone`,
    named("ours", scripts.onPhone),
    [control],
    must,
  );
  for (const name of ["desk", "phone"]) {
    const { page = 0, style = 0, font = 0, all = 0 } = loads.get(name) ?? {};
    const kb = (what: string, bytes: number): Measured => ({
      name: what,
      unit: "KB",
      rounds: [bytes / 1024],
      median: bytes / 1024,
    });
    const parts = [kb("the page", page), kb("style", style), kb("font", font)];
    figure(`everything / fetches before it is quiet, on a ${name}`, all / 1024, "KB", null, parts);
  }
});
