import type { Page } from "@playwright/test";

/** Bytes as they went over the wire, packed and with their headers. */
export type Loaded = { script: number; style: number; font: number; page: number; all: number };

const quietForMs = 1_500;

/** Loads a page and waits until it fetches nothing more by itself. */
export async function loadWhole(page: Page, address: string): Promise<Loaded> {
  const loaded: Loaded = { script: 0, style: 0, font: 0, page: 0, all: 0 };
  const kinds = new Map<string, string>();
  let lastAt = Date.now();
  const cdp = await page.context().newCDPSession(page);
  cdp.on("Network.responseReceived", ({ requestId, response }) => {
    kinds.set(requestId, partOf(response.mimeType));
  });
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind !== undefined && kind !== "all") loaded[kind as keyof Loaded] += encodedDataLength;
    loaded.all += encodedDataLength;
    lastAt = Date.now();
  });
  await cdp.send("Network.enable");
  const answer = await page.goto(address, { waitUntil: "load" });
  if (!answer?.ok()) throw new Error(`${address}: ${answer?.status()}`);
  while (Date.now() - lastAt < quietForMs) await page.waitForTimeout(100);
  await cdp.detach();
  if (loaded.script === 0) throw new Error(`${address}: no script was fetched`);
  return loaded;
}

function partOf(type: string): keyof Loaded {
  if (type.includes("javascript")) return "script";
  if (type === "text/css") return "style";
  if (type.startsWith("font/")) return "font";
  return type === "text/html" ? "page" : "all";
}
