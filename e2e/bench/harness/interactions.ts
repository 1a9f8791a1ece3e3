import type { Page } from "@playwright/test";

type InPage = typeof globalThis & { interactions: Map<number, number> };

/** The browser measures nothing that is quicker. */
const finestMs = 16;

/** Of each key and click of a page: how long it took until the next paint, as the browser itself measured it. */
export async function watchInteractions(page: Page) {
  await page.addInitScript(keepInteractions);
  let given = 0;
  return {
    /** Does one, and waits until what it was for is shown and the browser has rested. */
    async one(work: () => Promise<unknown>, isShown: () => Promise<unknown>): Promise<void> {
      await work();
      given += 1;
      await isShown();
      await page.evaluate(rest);
    },
    /** All since the last time; what was too quick to be measured counts as the least that is. */
    async all(): Promise<number[]> {
      await page.evaluate(rest);
      const slow = await page.evaluate(() => {
        const { interactions } = globalThis as InPage;
        const all = [...interactions.values()];
        interactions.clear();
        return all;
      });
      const quick = Array.from({ length: Math.max(0, given - slow.length) }, () => finestMs);
      given = 0;
      return [...slow, ...quick];
    },
  };
}

/** In the page, from its beginning. */
function keepInteractions(): void {
  const interactions = new Map<number, number>();
  Object.assign(globalThis, { interactions });
  const options = { type: "event", buffered: true, durationThreshold: 16 };
  new PerformanceObserver((entries) => {
    for (const entry of entries.getEntries()) {
      const { interactionId: id, duration } = entry as PerformanceEntry & { interactionId: number };
      if (id > 0) interactions.set(id, Math.max(interactions.get(id) ?? 0, duration));
    }
  }).observe(options);
}

/** In the page: until the next frames are painted and nothing is left to do. */
function rest(): Promise<unknown> {
  const painted = new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))),
  );
  return painted.then(() => new Promise((done) => requestIdleCallback(done, { timeout: 1_000 })));
}
