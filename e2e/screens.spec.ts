import type { Page } from "@playwright/test";
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectOneHeading,
  expectReadable,
} from "./fixtures/check-page";
import { type Scene, setScene } from "./fixtures/set-scene";
import { test as base, expect } from "./fixtures/test";
import { doorScreens, type Screen, screensFor } from "./pages/screens";

const test = base.extend<object, { scene: Scene }>({
  scene: [async ({ stack }, use) => use(await setScene(stack)), { scope: "worker", timeout: 60_000 }],
});

test.use({ world: { kind: "account", name: "screens", scenario: "demo" } });

const narrow = { width: 320, height: 640 };

/** Loaded once, looked at in both themes and as narrow as it gets. */
async function check(page: Page, screen: Screen): Promise<void> {
  await page.goto(screen.path);
  await screen.ready(page);
  await expect.soft(page, `${screen.name}: title`).toHaveTitle(screen.title);
  await expectOneHeading(page, screen.name);
  await expectNoSidewaysScroll(page, screen.name);
  await expectAccessible(page, screen.name);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectReadable(page, `${screen.name}, dark`);
  await page.emulateMedia({ colorScheme: "light" });
  const size = page.viewportSize();
  await page.setViewportSize(narrow);
  await expectNoSidewaysScroll(page, `${screen.name} at ${narrow.width}`);
  if (size) await page.setViewportSize(size);
}

test("every screen is accessible in both themes and fits", async ({ owner, scene, faults }) => {
  test.setTimeout(300_000);
  faults.expect(/\b404\b/);
  for (const screen of screensFor(scene)) await test.step(screen.name, () => check(owner, screen));
});

test("the doors are accessible in both themes and fit", async ({ page, faults }) => {
  faults.expect(/\/api\/(setup|invitations)/);
  for (const screen of doorScreens) await test.step(screen.name, () => check(page, screen));
});
