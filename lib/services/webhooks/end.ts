import { log } from "@/lib/log";
import type { Reader } from "@/lib/services/connections/open-reader";
import { addEvent } from "@/lib/store/events";
import type { Db } from "@/lib/store/pool";
import { updateWebhook, type WebhookRow } from "@/lib/store/webhooks";

/** Takes it away at OpenTrain; whether it is gone. One that was gone before is gone. */
export async function endWebhook(
  db: Db,
  reader: Reader,
  webhook: WebhookRow,
  given: { now: Date; why: string; tokenId: string | null },
): Promise<boolean> {
  const { upstreamId, connectionId } = webhook;
  if (upstreamId !== null) {
    const answer = await reader.read((client) => client.deleteWebhook(upstreamId), given.tokenId);
    if (!answer.ok && answer.failure.why !== "not_found") {
      log.warn({ connectionId, why: answer.failure.why }, "a webhook could not be taken away yet");
      return false;
    }
  }
  await noteEnded(db, webhook, given);
  return true;
}

export async function noteEnded(
  db: Db,
  { id, workspaceId, connectionId }: WebhookRow,
  { now, why }: { now: Date; why: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    await updateWebhook(tx, id, { state: "ended", sealed: null, endedAt: now });
    await addEvent(tx, {
      workspaceId,
      at: now,
      kind: "webhook_ended",
      actor: { kind: "system", id: "worker" },
      subject: { kind: "connection", id: connectionId },
      data: { webhookId: id, why },
    });
  });
}
