import type { IncomingMessage } from "node:http";
import { internal } from "@/lib/http/internal-headers";

/**
 * What Next and our handlers behind it are told about a request. Whatever a client sent under these names
 * is dropped first, so behind this line they can be believed.
 */
export function setInternalHeaders(
  req: IncomingMessage,
  facts: { requestId: string; address: string; nonce: string; policy: string; path: string; origin: URL },
): void {
  const headers = req.headers;
  for (const name of Object.keys(headers)) {
    if (name.startsWith("x-forwarded-") || name.startsWith("x-countersign-") || name === "forwarded") {
      delete headers[name];
    }
  }
  headers["x-forwarded-host"] = facts.origin.host;
  headers["x-forwarded-proto"] = facts.origin.protocol.slice(0, -1);
  headers["x-forwarded-for"] = facts.address;
  headers["content-security-policy"] = facts.policy;
  delete headers["content-security-policy-report-only"];
  headers["x-nonce"] = facts.nonce;
  headers[internal.requestId] = facts.requestId;
  headers[internal.address] = facts.address;
  headers[internal.path] = facts.path;
}
