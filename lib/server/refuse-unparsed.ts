import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { AppError } from "@/lib/errors";
import { failureOf } from "@/lib/http/failure";

const unreadable = new AppError("BAD_REQUEST", { reason: "request_line" });
const refusals: Record<string, AppError> = {
  HPE_HEADER_OVERFLOW: new AppError("PAYLOAD_TOO_LARGE", { reason: "headers" }),
  ERR_HTTP_REQUEST_TIMEOUT: new AppError("BAD_REQUEST", { reason: "too_slow" }),
};

/** What Node's parser would not read as HTTP: our envelope, then the connection is closed. */
export function refuseUnparsed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const requestId = randomUUID();
  const { body, status } = failureOf(refusals[error.code ?? ""] ?? unreadable, requestId);
  const text = JSON.stringify(body);
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      "Connection: close",
      "Cache-Control: no-store",
      "X-Content-Type-Options: nosniff",
      `X-Request-Id: ${requestId}`,
      "Content-Type: application/json; charset=utf-8",
      `Content-Length: ${Buffer.byteLength(text)}`,
      "",
      text,
    ].join("\r\n"),
  );
}
