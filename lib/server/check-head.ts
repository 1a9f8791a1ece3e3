import type { IncomingMessage } from "node:http";
import { AppError } from "@/lib/errors";

const mostHeaders = 100;
const longestTarget = 4_096;

/** Two of these could be read differently by the proxy before us and by us. */
const single = new Set([
  "authorization",
  "content-type",
  "content-length",
  "content-encoding",
  "origin",
  "transfer-encoding",
  "x-csrf-token",
]);

/** What Node's parser lets through and nobody sends who means well. */
export function checkHead(req: IncomingMessage): void {
  if (req.rawHeaders.length / 2 > mostHeaders) throw refused("headers");
  if ((req.url ?? "").length > longestTarget) throw refused("request_line");
  const repeated = repeatedIn(req.rawHeaders);
  if (repeated !== null) throw refused("repeated", repeated);
  const coding = req.headers["transfer-encoding"];
  if (coding !== undefined && coding.trim().toLowerCase() !== "chunked") {
    throw refused("transfer_encoding", "transfer-encoding");
  }
}

/** Node keeps the first of several and says nothing of the others. */
export function hasOneHost({ rawHeaders }: IncomingMessage): boolean {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? "";
    if (name.length === 4 && name.toLowerCase() === "host") count += 1;
  }
  return count === 1;
}

function repeatedIn(rawHeaders: readonly string[]): string | null {
  const seen = new Set<string>();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? "";
    if (!single.has(name)) continue;
    if (seen.has(name)) return name;
    seen.add(name);
  }
  return null;
}

function refused(reason: string, field?: string): AppError {
  return new AppError("BAD_REQUEST", { reason, ...(field ? { details: { field } } : {}) });
}
