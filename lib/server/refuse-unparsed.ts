import { randomUUID } from "node:crypto";
import type { Duplex } from "node:stream";
import { AppError } from "@/lib/errors";
import { failureOf } from "@/lib/http/failure";

/** What Node's parser would not read as HTTP: our envelope, then the connection is closed. */
export function refuseUnparsed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const requestId = randomUUID();
  const { body } = failureOf(new AppError("BAD_REQUEST", { reason: "request_line" }), requestId);
  const text = JSON.stringify(body);
  const status = statusFor[error.code ?? ""] ?? "400 Bad Request";
  socket.end(
    [
      `HTTP/1.1 ${status}`,
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

const statusFor: Record<string, string> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};
