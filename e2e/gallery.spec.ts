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

/** Not a test: `npm run screenshots` runs it for the pictures. */
test("a picture of every screen", async ({ owner, browser, stack, agent, human, inbox, faults }) => {
  test.setTimeout(600_000);
  faults.expect(/./);
  const screens = screensFor(await setGallery({ agent, human, inbox }));
  const stranger = await browser.newPage({ baseURL: stack.web, locale: "en-GB", timezoneId: "UTC" });
  for (const size of sizes) {
    for (const colorScheme of themes) {
      const shoot = async (page: Page, name: string) => {
        const path = join(root, "screenshots", `${name}-${size.width}-${colorScheme}.png`);
        await page.screenshot({ path, fullPage: size.width < 1000, animations: "disabled" });
      };
      for (const [page, list] of [
        [owner, screens],
        [stranger, doorScreens],
      ] as const) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        for (const screen of list) {
          await page.goto(screen.path);
          await test.step(screen.name, () => screen.ready(page).catch(() => undefined));
          await shoot(page, screen.name);
        }
      }
    }
  }
});
