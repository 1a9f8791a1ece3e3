import { join } from "node:path";
import type { Page } from "@playwright/test";
import { setGallery } from "./fixtures/set-gallery";
import { test } from "./fixtures/test";
import { doorScreens, screensFor } from "./pages/screens";
import { root } from "./stack/folders";

test.use({ world: { kind: "sandbox", name: "gallery" } });

const sizes = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];
const themes = ["light", "dark"] as const;
type Size = (typeof sizes)[number];

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(root, "screenshots", `${name}.png`), animations: "disabled" });
}

/** As tall as the page is, so that what keeps to the lower edge stays there. */
async function shootWhole(page: Page, name: string, size: Size): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
  await shoot(page, name);
  await page.setViewportSize(size);
}

/** Not a test: `npm run screenshots` runs it for the pictures. */
test("a picture of every screen", async ({ owner, browser, stack, agent, human, inbox, faults }) => {
  test.setTimeout(600_000);
  faults.expect(/./);
  const screens = screensFor(await setGallery({ agent, human, inbox }));
  const stranger = await browser.newPage({ baseURL: stack.web, locale: "en-GB", timezoneId: "UTC" });
  for (const size of sizes) {
    for (const colorScheme of themes) {
      for (const [page, list] of [[owner, screens] as const, [stranger, doorScreens] as const]) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        for (const screen of list) {
          await page.goto(screen.path);
          await screen.ready(page).catch(() => undefined);
          const name = `${screen.name}-${size.width}-${colorScheme}`;
          await (size.width < 1000 ? shootWhole(page, name, size) : shoot(page, name));
          if (screen.name === "request-hire") await shoot(page, `readme-${name}`);
        }
      }
    }
  }
});
