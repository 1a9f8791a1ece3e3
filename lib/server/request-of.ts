import { Readable } from "node:stream";
import { internal } from "@/lib/http/internal-headers";
import type { Exchange } from "@/lib/server/exchange";

/** What came in on our own server, in the form the handlers of the one wrapper read. */
export function requestOf({ req, requestId, address, path, search }: Exchange): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  headers.set(internal.requestId, requestId);
  headers.set(internal.address, address);
  const hasBody = req.method !== "GET" && req.method !== "HEAD";
  return new Request(`http://${req.headers.host ?? "localhost"}${path}${search}`, {
    method: req.method ?? "GET",
    headers,
    ...(hasBody ? { body: Readable.toWeb(req) as ReadableStream, duplex: "half" } : {}),
  });
}
