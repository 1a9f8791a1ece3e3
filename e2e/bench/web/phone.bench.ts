import type { Page } from "@playwright/test";
import { openBrowser, signedIn, sizes } from "../harness/browser";
import { measured } from "../harness/figure";
import { fillInbox, waiting } from "../harness/fill-inbox";
import { runBench } from "../harness/run-bench";

const loads = 7;
const phone = { slower: 4, latencyMs: 150, bytesASecond: 1_600_000 / 8 };
/** No long task for so long, and nothing fetched: the page is ready. */
const quietForMs = 2_000;

type Paint = { first: number; largest: number; shift: number; blocking: number; what: string };
type Kept = Omit<Paint, "blocking"> & { tasks: { from: number; until: number }[] };
type InPage = typeof globalThis & { paint: Kept };

await runBench(async ({ figure, after, say }) => {
  const inbox = await fillInbox(after);
  const browser = await openBrowser(after);
  const all: Paint[] = [];
  for (let load = -1; load < loads; load += 1) {
    const context = await signedIn(browser, inbox, sizes.phone);
    const paint = await loadSlowly(await context.newPage());
    await context.close();
    // The first is the server's own first, too.
    if (load >= 0) all.push(paint);
  }
  say(`largest: ${all[0]?.what}`);
  const tell = (what: string, unit: "ms" | "shift", of: (paint: Paint) => number, atMost: number) => {
    const one = measured(what, unit, all.map(of));
    const where = `of / with ${waiting} waiting, on a slow phone`;
    figure(`${what} ${where}: median`, one.median, unit, { atMost }, []);
    figure(`${what} ${where}: worst`, Math.max(...one.rounds), unit, { atMost }, []);
  };
  tell("largest paint", "ms", ({ largest }) => largest, 2_000);
  tell("layout shift", "shift", ({ shift }) => shift, 0.02);
  tell("blocking", "ms", ({ blocking }) => blocking, 150);
  const first = measured(
    "first paint",
    "ms",
    all.map(({ first }) => first),
  );
  figure("the first paint before it: median", first.median, "ms", null, []);
});

/** A first visit on a slow phone and a slow network; nothing is kept from the one before. */
async function loadSlowly(page: Page): Promise<Paint> {
  await page.addInitScript(keepPaint);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: phone.latencyMs,
    downloadThroughput: phone.bytesASecond,
    uploadThroughput: phone.bytesASecond / 2,
  });
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: phone.slower });
  await page.goto("/", { waitUntil: "load" });
  await page.waitForFunction(
    (quietForMs) => {
      const now = performance.now();
      const fetches = performance.getEntriesByType("resource").map(({ startTime }) => startTime);
      const tasks = (globalThis as InPage).paint.tasks.map(({ until }) => until);
      return now - Math.max(0, ...fetches, ...tasks) > quietForMs;
    },
    quietForMs,
    { polling: 250 },
  );
  const { tasks, ...paint } = await page.evaluate(() => (globalThis as InPage).paint);
  // What keeps a tap waiting: of each task after the first paint, what goes beyond 50 ms.
  const beyond = tasks.map(({ from, until }) => until - Math.max(from, paint.first) - 50);
  return { ...paint, blocking: beyond.reduce((sum, ms) => sum + Math.max(0, ms), 0) };
}

/** In the page, from its beginning. */
function keepPaint(): void {
  const paint: Kept = { first: 0, largest: 0, shift: 0, what: "", tasks: [] };
  Object.assign(globalThis, { paint });
  const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries()) take(entry);
    }).observe({ type, buffered: true });
  watch("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") paint.first = startTime;
  });
  watch("largest-contentful-paint", (entry) => {
    const { element } = entry as PerformanceEntry & { element: Element | null };
    paint.largest = entry.startTime;
    paint.what = `<${element?.localName}> ${element?.textContent?.slice(0, 60)}`;
  });
  // The worst stretch of shifts that follow each other within a second, and five in all.
  let stretch = { from: 0, last: 0, sum: 0 };
  watch("layout-shift", (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (hadRecentInput) return;
    const { startTime } = entry;
    const isSame = startTime - stretch.last < 1_000 && startTime - stretch.from < 5_000;
    stretch = isSame
      ? { ...stretch, last: startTime, sum: stretch.sum + value }
      : { from: startTime, last: startTime, sum: value };
    paint.shift = Math.max(paint.shift, stretch.sum);
  });
  watch("longtask", ({ startTime, duration }) => {
    paint.tasks.push({ from: startTime, until: startTime + duration });
  });
}
