import { openBrowser, signedIn, sizes } from "../harness/browser";
import { measured } from "../harness/figure";
import { fillInbox } from "../harness/fill-inbox";
import { runBench } from "../harness/run-bench";
import { percentile } from "../harness/timing";

const settled = 100_000;
/** As one turns a wheel to get somewhere: so many screens, down and up again. */
const screens = 40;
const pixelsASecond = 6_000;

type InPage = typeof globalThis & { frames: { gaps: number[]; blank: number; isOver: boolean } };

await runBench(async ({ figure, after, say }) => {
  const inbox = await fillInbox(after, { settled });
  const browser = await openBrowser(after);
  for (const size of ["desk", "phone"] as const) {
    const context = await signedIn(browser, inbox, sizes[size]);
    const page = await context.newPage();
    await page.goto("/history");
    await page
      .locator("[data-slot=live-state]")
      .filter({ hasText: "Live" })
      .first()
      .waitFor({ state: "attached" });
    const { height, width } = sizes[size];
    const cdp = await context.newCDPSession(page);
    await page.evaluate(keepFrames);
    for (const way of [-1, 1]) {
      await cdp.send("Input.synthesizeScrollGesture", {
        x: width / 2,
        y: height / 2,
        yDistance: way * screens * height,
        speed: pixelsASecond,
        gestureSourceType: size === "desk" ? "mouse" : "touch",
      });
    }
    const { gaps, rows } = await page.evaluate(() => {
      const { frames } = globalThis as InPage;
      frames.isOver = true;
      return { gaps: frames.gaps, rows: document.querySelectorAll("main li").length };
    });
    say(`${gaps.length} frames; ${rows} rows in the page after it`);
    const beside = [measured("median", "ms", gaps), measured("longest", "ms", [Math.max(...gaps)])];
    const what = `scroll in ${settled} settled on a ${size}: from frame to frame, p95`;
    figure(what, percentile(gaps, 95), "ms", { atMost: 100 }, beside);
    await context.close();
  }
});

/** In the page. */
function keepFrames(): void {
  const frames = { gaps: [] as number[], blank: 0, isOver: false };
  Object.assign(globalThis, { frames });
  let last = performance.now();
  const next = (now: number) => {
    frames.gaps.push(now - last);
    last = now;
    if (!frames.isOver) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}
