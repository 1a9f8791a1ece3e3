/**
 * What OpenTrain is told of an agent's request, beside its own host; nothing else goes on: no cookies, nothing
 * of proxies, nothing the agent tells us alone.
 */
const passed = new Set([
  "accept",
  "accept-encoding",
  "accept-language",
  "authorization",
  "cache-control",
  "content-encoding",
  "content-language",
  "content-length",
  "content-type",
  "idempotency-key",
  "if-match",
  "if-modified-since",
  "if-none-match",
  "if-range",
  "if-unmodified-since",
  "prefer",
  "range",
  "traceparent",
  "tracestate",
  "user-agent",
  "x-correlation-id",
  "x-idempotency-key",
  "x-request-id",
]);

const withBody = new Set(["POST", "PUT", "PATCH"]);

type Request = { method: string; rawHeaders: readonly string[]; isChunked: boolean; hasLength: boolean };

/** Names and values by turns, as they came and in the order they came. */
export function headersForOpenTrain(request: Request, host: string): string[] {
  const headers = ["Host", host];
  const { rawHeaders } = request;
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const [name = "", value = ""] = [rawHeaders[at], rawHeaders[at + 1]];
    if (passed.has(name.toLowerCase())) headers.push(name, value);
  }
  if (request.isChunked) headers.push("Transfer-Encoding", "chunked");
  else if (!request.hasLength && withBody.has(request.method)) headers.push("Content-Length", "0");
  return headers;
}
