import { Readable } from "node:stream";
import { internal } from "@/lib/http/internal-headers";
import type { Exchange, Handler } from "@/lib/server/exchange";

type WebHandler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/** A handler of the one wrapper, mounted on our own server instead of in Next. */
export function webHandler(handler: WebHandler): Handler {
  return async (exchange) => {
    const response = await handler(requestOf(exchange), { params: Promise.resolve(exchange.params) });
    const { res } = exchange;
    res.statusCode = response.status;
    for (const [name, value] of response.headers) res.appendHeader(name, value);
    if (!exchange.req.complete) res.setHeader("Connection", "close");
    const body = Buffer.from(await response.arrayBuffer());
    if (body.length > 0) res.setHeader("Content-Length", body.length);
    res.end(body);
  };
}

function requestOf({ req, requestId, address, path, search }: Exchange): Request {
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
