import { headersForOpenTrain } from "@/lib/recorder/headers/for-opentrain";
import type { Passage } from "@/lib/recorder/passage";
import type { Outgoing, Upstream } from "@/lib/recorder/upstream/connect";

/** The same request, to the other origin. */
export function outgoing({ req, path, search }: Passage, { host }: Upstream): Outgoing {
  const { method = "GET", rawHeaders } = req;
  return {
    method,
    target: path + search,
    headers: headersForOpenTrain(
      {
        method,
        rawHeaders,
        isChunked: isChunked(req),
        hasLength: req.headers["content-length"] !== undefined,
      },
      host,
    ),
    isRead: method === "GET" || method === "HEAD" || method === "OPTIONS",
  };
}

function isChunked(req: Passage["req"]): boolean {
  return req.headers["transfer-encoding"] !== undefined;
}

export function hasBody(req: Passage["req"]): boolean {
  return isChunked(req) || Number(req.headers["content-length"] ?? 0) > 0;
}
