import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";
import { log } from "@/lib/log";
import type { Exchange, Handler } from "@/lib/server/exchange";
import { packed } from "@/lib/server/packed";
import { requestOf } from "@/lib/server/request-of";

const longestStallMs = 30_000;
const longestStreamMs = 5 * 60_000;

type WebHandler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/** A handler of the one wrapper, mounted on our own server instead of in Next. */
export function webHandler(handler: WebHandler, { streams = false } = {}): Handler {
  return async (exchange) => {
    const response = await handler(requestOf(exchange), { params: Promise.resolve(exchange.params) });
    const { res } = exchange;
    res.statusCode = response.status;
    for (const [name, value] of response.headers) res.appendHeader(name, value);
    if (streams && response.ok && response.body) return sendStream(exchange, response.body as WebStream);
    const body = await packed(exchange, Buffer.from(await response.arrayBuffer()));
    if (body.length > 0) res.setHeader("Content-Length", body.length);
    res.end(body);
  };
}

/** No faster than it is taken; what ends before its end breaks the connection, so that nobody takes it for whole. */
async function sendStream({ res, requestId }: Exchange, body: WebStream): Promise<void> {
  res.setTimeout(longestStallMs, () => res.destroy());
  try {
    await pipeline(Readable.fromWeb(body), res, { signal: AbortSignal.timeout(longestStreamMs) });
  } catch (error) {
    // Whoever went away needs no answer; that it was cut short is in the line of the request.
    if (!isGone(error)) log.error({ requestId, error }, "an answer broke off");
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
}
