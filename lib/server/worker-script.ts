import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { shelfName } from "@/lib/offline/names";
import type { Handler } from "@/lib/server/exchange";
import { packed } from "@/lib/server/packed";

export const workerPath = "/sw.js";

/** Takes the place of whatever worker a browser has, clears what that kept, and removes itself. */
export const retiringWorker = `self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  indexedDB.deleteDatabase("${shelfName}");
  await self.registration.unregister();
})()));
`;

/**
 * The service worker. A browser asks for it again and again and takes over whatever it then finds, so that a
 * broken one is got rid of from here: with `file` null it is told to remove itself.
 */
export function workerScript(file: string | null): Handler {
  const body = Buffer.from(file === null ? retiringWorker : readFileSync(file));
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  return async (exchange) => {
    const { req, res } = exchange;
    res.setHeader("Content-Type", "text/javascript; charset=utf-8");
    res.setHeader("Cache-Control", "no-cache");
    res.setHeader("ETag", etag);
    if (req.headers["if-none-match"] === etag) {
      res.writeHead(304).end();
      return;
    }
    const answer = await packed(exchange, body);
    res.setHeader("Content-Length", answer.length);
    res.end(req.method === "HEAD" ? undefined : answer);
  };
}
