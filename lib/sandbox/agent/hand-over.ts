import { endsWithin } from "../ends-within";
import { NobodyThere } from "./talk";

type HandedOver = "acknowledged" | "refused" | "closed" | { retryAfterMs: number | null };

const TIMEOUT_MS = 10_000;

/** Tells the inbox about one request it did not see asked. */
export async function handOver(
  inbox: { inboxUrl: string; captureKey: string },
  body: unknown,
  signal: AbortSignal,
): Promise<HandedOver> {
  const response = await fetch(`${inbox.inboxUrl}/api/capture`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${inbox.captureKey}` },
    body: JSON.stringify(body),
    redirect: "manual",
    signal: endsWithin(signal, TIMEOUT_MS),
  }).catch((error: unknown) => {
    throw new NobodyThere("A request could not be handed over", { cause: error });
  });
  await response.arrayBuffer();
  if (response.ok) return "acknowledged";
  if (response.status === 410) return "closed";
  // These will be refused however often they are sent.
  if ([400, 413, 415, 422].includes(response.status)) return "refused";
  const seconds = Number(response.headers.get("retry-after"));
  return { retryAfterMs: seconds > 0 ? seconds * 1000 : null };
}
