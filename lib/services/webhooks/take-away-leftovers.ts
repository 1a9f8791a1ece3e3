import { noteEnded } from "@/lib/services/webhooks/end";
import { type Keeping, WEBHOOK_PATH } from "@/lib/services/webhooks/keeping";
import { listWebhooks } from "@/lib/store/webhooks";

/**
 * Those at OpenTrain that are ours and of no use: made in a try whose answer was lost, by an inbox that was
 * restored, or not taken away at a disconnect. Their secret was told once, and to nobody who is still here.
 * What failed, or null.
 */
export async function takeAwayLeftovers(place: Keeping): Promise<string | null> {
  const { db, connection, reader, address, tokenId, now } = place;
  const answer = await reader.read((client) => client.listWebhooks(), tokenId);
  if (!answer.ok) return answer.failure.why;
  const known = await listWebhooks(db, connection.id);
  const ended = known.filter(({ state }) => state !== "active");
  const isUseless = (id: string, url: string | null) =>
    ended.some(({ upstreamId }) => upstreamId === id) ||
    (url?.startsWith(`${address}${WEBHOOK_PATH}`) && !known.some(({ upstreamId }) => upstreamId === id));
  for (const { id, url } of answer.value.webhooks) {
    if (!isUseless(id, url)) continue;
    const gone = await reader.read((client) => client.deleteWebhook(id), tokenId);
    if (!gone.ok && gone.failure.why !== "not_found") return gone.failure.why;
  }
  for (const webhook of ended) await noteEnded(db, webhook, { now, why: "left_over" });
  return null;
}
