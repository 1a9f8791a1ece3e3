import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { isBuilt } from "./stack/folders";

const chromium = process.env.CHROMIUM_PATH || "/usr/bin/chromium";

if (!isBuilt()) throw new Error("There is no production build: run node scripts/build.mjs first.");
if (!existsSync(chromium))
  throw new Error(`There is no Chromium at ${chromium}: install it or set CHROMIUM_PATH.`);

// Where it cannot be had, whoever runs all tests says so: scripts/test.mjs.
const webkitDriver = process.env.WEBKIT_DRIVER_PATH || "/usr/bin/WebKitWebDriver";
const hasWebkit = existsSync(webkitDriver) && existsSync("/usr/bin/Xvfb");

const desk = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  globalSetup: "./global-setup.ts",
  workers: 2,
  retries: 0,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    locale: "en-GB",
    timezoneId: "UTC",
    contextOptions: { reducedMotion: "reduce" },
    // Not a film of every page as well: that takes as long as the pages themselves.
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: {
      executablePath: chromium,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  // The longest first, so that the rest fits beside them.
  projects: [
    { name: "kill", testMatch: "kill.spec.ts" },
    { name: "phone", use: phone, testMatch: ["journey.spec.ts", "screens.spec.ts"] },
    { name: "desk", use: desk, testIgnore: ["kill.spec.ts", "gallery.spec.ts", "webkit/**"] },
    ...(hasWebkit ? [{ name: "webkit", testMatch: "webkit/*.spec.ts" }] : []),
    ...(process.env.GALLERY ? [{ name: "gallery", use: desk, testMatch: "gallery.spec.ts" }] : []),
  ],
});
