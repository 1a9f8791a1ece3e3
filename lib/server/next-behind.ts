import { createServer, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Handler } from "@/lib/server/exchange";
import { setInternalHeaders } from "@/lib/server/internal-headers";
import { contentSecurityPolicy } from "@/lib/server/security-headers";

export type NextBehind = {
  handler: Handler;
  /** Development only: the browser's live connection to Next. */
  upgrade: ((req: IncomingMessage, socket: Duplex, head: Buffer) => void) | null;
};

/** Next, prepared, in this process; it gets the requests that are pages, files or its route handlers. */
export async function startNext(given: {
  dir: string;
  development: boolean;
  appUrl: string;
  proxies: number;
}): Promise<NextBehind> {
  const { default: next } = await import("next");
  // It hangs its upgrade handler on the server it is given; on one that never listens, so that ours decides
  // what gets there.
  const httpServer = createServer();
  const app = next({ dir: given.dir, dev: given.development, httpServer });
  await app.prepare();
  const handle = app.getRequestHandler();
  const appUrl = new URL(given.appUrl);
  return {
    upgrade: given.development ? (...request) => void httpServer.emit("upgrade", ...request) : null,
    handler: async ({ req, res, requestId, address, nonce, path, search }) => {
      const host = req.headers.host ?? appUrl.host;
      setInternalHeaders(req, {
        requestId,
        address,
        nonce,
        policy: contentSecurityPolicy(nonce, given.development),
        path: `${path}${search}`,
        // Behind a proxy everybody came by the public name, whatever Host the proxy sent us.
        origin: given.proxies > 0 || host === appUrl.host ? appUrl : new URL(`http://${host}`),
      });
      await handle(req, res);
    },
  };
}
