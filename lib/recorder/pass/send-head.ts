import type { IncomingMessage } from "node:http";
import { headersForAgent } from "@/lib/recorder/headers/for-agent";
import type { Passage } from "@/lib/recorder/passage";

/** OpenTrain's status and what of its headers is passed on, then ours. */
export function sendHead(
  { res, requestId, shield }: Passage,
  answer: IncomingMessage,
  upstream: string,
  more: readonly string[] = [],
): void {
  const headers = headersForAgent(answer, { upstream, requestId });
  headers.push(...shield, ...more);
  res.writeHead(answer.statusCode ?? 502, headers);
}
