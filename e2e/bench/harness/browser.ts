import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import type { BenchInbox } from "./start-inbox";

type Size = { width: number; height: number };

export const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

export async function openBrowser(after: (undo: () => Promise<unknown>) => void): Promise<Browser> {
  const { CHROMIUM_PATH } = process.env;
  const browser = await chromium.launch({
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
    ],
    ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
  });
  after(() => browser.close());
  return browser;
}

/** Everything a browser keeps is new, but for the owner's session. */
export async function signedIn(
  browser: Browser,
  { web, cookie }: BenchInbox,
  viewport: Size,
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: web, viewport });
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: web }]);
  return context;
}
