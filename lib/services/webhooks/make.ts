import { randomUUID } from "node:crypto";
import { log } from "@/lib/log";
import { encryptionKeys } from "@/lib/services/encryption-keys";
import { EVENTS_WANTED } from "@/lib/services/webhooks/events-wanted";
import { type Keeping, WEBHOOK_PATH } from "@/lib/services/webhooks/keeping";
import { addEvent, type NewEvent } from "@/lib/store/events";
import { addJob, syncJobKey } from "@/lib/store/jobs";
import { seal } from "@/lib/store/sealing";
import { insertWebhook, updateWebhook } from "@/lib/store/webhooks";

/** What failed, or null. Our own row is there first, so that whatever becomes of the call is found again. */
export async function makeWebhook(place: Keeping): Promise<string | null> {
  const { db, connection, reader, address, tokenId, now } = place;
  const { id: connectionId, workspaceId, origin } = connection;
  const id = randomUUID();
  const url = `${address}${WEBHOOK_PATH}${id}`;
  const told = (kind: string): NewEvent => ({
    workspaceId,
    at: now,
    kind,
    actor: { kind: "system", id: "worker" },
    subject: { kind: "connection", id: connectionId },
    data: { webhookId: id },
  });
  const row = { id, workspaceId, connectionId, origin, url, createdAt: now };
  await db.transaction(async (tx) => {
    await insertWebhook(tx, { ...row, state: "making" });
    await addEvent(tx, told("webhook_asked"));
  });
  const answer = await reader.read(
    (client) => client.createWebhook({ url, eventTypes: EVENTS_WANTED }),
    tokenId,
  );
  if (!answer.ok) {
    log.warn({ connectionId, why: answer.failure.why }, "OpenTrain took no webhook; polling goes on");
    return answer.failure.why;
  }
  const { webhook, secret } = answer.value;
  await db.transaction(async (tx) => {
    const sealed = seal(secret.reveal(), encryptionKeys());
    await updateWebhook(tx, id, { state: "active", upstreamId: webhook.id, sealed, checkedAt: now });
    await addEvent(tx, told("webhook_registered"));
    // It begins at the newest event: what came before is the feed's.
    await addJob(tx, "sync_connection", { connectionId }, { key: syncJobKey(connectionId) });
  });
  return null;
}
