import type { ServerResponse } from "node:http";
import { failureOf } from "@/lib/http/failure";
import type { Exchange } from "@/lib/server/exchange";

export function sendJson(res: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value);
  res.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Length": Buffer.byteLength(body),
  });
  res.end(body);
}

/** Any error in our envelope. */
export function sendFailure(exchange: Pick<Exchange, "res" | "requestId">, error: unknown): void {
  const { res, requestId } = exchange;
  const failure = failureOf(error, requestId);
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const body = JSON.stringify(failure.body);
  res.writeHead(failure.status, {
    ...failure.headers,
    "Content-Length": Buffer.byteLength(body),
  });
  res.end(body);
}
