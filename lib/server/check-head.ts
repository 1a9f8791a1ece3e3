import type { IncomingMessage } from "node:http";
import { AppError } from "@/lib/errors";

const mostHeaders = 100;
const longestTarget = 4_096;

/** Two of these could be read differently by the proxy before us and by us. */
const single = [
  "authorization",
  "content-type",
  "content-length",
  "content-encoding",
  "origin",
  "transfer-encoding",
  "x-csrf-token",
];

/** What Node's parser lets through and nobody sends who means well. */
export function checkHead(req: IncomingMessage): void {
  if (req.rawHeaders.length / 2 > mostHeaders) throw refused("headers");
  if ((req.url ?? "").length > longestTarget) throw refused("request_line");
  for (const name of single) {
    if ((req.headersDistinct[name] ?? []).length > 1) throw refused("repeated", name);
  }
  const coding = req.headers["transfer-encoding"];
  if (coding !== undefined && coding.trim().toLowerCase() !== "chunked") {
    throw refused("transfer_encoding", "transfer-encoding");
  }
}

function refused(reason: string, field?: string): AppError {
  return new AppError("BAD_REQUEST", { reason, ...(field ? { details: { field } } : {}) });
}
