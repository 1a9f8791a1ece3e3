import type { IncomingMessage } from "node:http";

/**
 * What an agent is told of OpenTrain's answer. Nothing that would mean something to a browser at our origin: no
 * cookies, no policies, no permissions for other sites.
 */
const passed = new Set([
  "age",
  "allow",
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-length",
  "content-range",
  "content-type",
  "date",
  "deprecation",
  "etag",
  "expires",
  "last-modified",
  "ratelimit",
  "ratelimit-limit",
  "ratelimit-policy",
  "ratelimit-remaining",
  "ratelimit-reset",
  "request-id",
  "retry-after",
  "sunset",
  "vary",
  "www-authenticate",
  "x-correlation-id",
  "x-rate-limit-limit",
  "x-rate-limit-remaining",
  "x-rate-limit-reset",
  "x-ratelimit-limit",
  "x-ratelimit-remaining",
  "x-ratelimit-reset",
  "x-request-id",
]);

/** Names and values by turns, as they came and in the order they came; a request gets a name of ours where it has none. */
export function headersForAgent(
  { rawHeaders }: Pick<IncomingMessage, "rawHeaders">,
  { upstream, requestId }: { upstream: string; requestId: string },
): string[] {
  const headers: string[] = [];
  let isNamed = false;
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const [name = "", value = ""] = [rawHeaders[at], rawHeaders[at + 1]];
    const known = name.toLowerCase();
    if (passed.has(known) || (known === "location" && leadsTo(value, upstream))) headers.push(name, value);
    if (known === "x-request-id") isNamed = true;
  }
  if (!isNamed) headers.push("X-Request-Id", requestId);
  return headers;
}

/** Whole and OpenTrain's own; a relative one would lead to us, and a foreign one takes the agent elsewhere. */
function leadsTo(location: string, upstream: string): boolean {
  return /^https?:\/\//i.test(location) && URL.canParse(location) && new URL(location).origin === upstream;
}
