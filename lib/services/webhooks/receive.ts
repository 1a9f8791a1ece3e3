import { createHash } from "node:crypto";
import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { connectionNow } from "@/lib/services/connections/connection-now";
import { encryptionKeys } from "@/lib/services/encryption-keys";
import { isUuid } from "@/lib/services/is-uuid";
import { isSigned } from "@/lib/services/webhooks/signature";
import { type ConnectionRow, findConnectionById, listOpenConnections } from "@/lib/store/connections/rows";
import { beat } from "@/lib/store/heartbeats";
import { addJob, syncJobKey } from "@/lib/store/jobs";
import type { Db, Tx } from "@/lib/store/pool";
import { unseal } from "@/lib/store/sealing";
import { findWebhook, noteDelivery, updateWebhook } from "@/lib/store/webhooks";

export type Delivery = {
  /** The last part of the address; null at the one for a webhook that was registered by hand. */
  hookId: string | null;
  signature: string | null;
  deliveryId: string | null;
  /** As it came; nothing in it is believed, or even read. */
  body: Uint8Array;
};

type Hook = {
  name: string;
  secrets: string[];
  connections: ConnectionRow[];
  note: (tx: Tx) => Promise<void>;
};

/** Where the last delivery by hand is remembered. */
export const handHeartbeat = "webhook by hand";
const longestId = 200;
const secretsApart = /\s*,\s*(?=whsec_)/;

/** OpenTrain says that something happened: who is concerned looks at the feed now. Stored before it is answered. */
export async function receiveWebhook({
  db,
  now,
  delivery,
}: {
  db: Db;
  now: Date;
  delivery: Delivery;
}): Promise<void> {
  const { hookId, signature, body } = delivery;
  const hook = hookId === null ? await byHand(db, now) : await registered(db, hookId, now);
  const nows = [now, ...hook.connections.map((connection) => connectionNow(connection, now))];
  if (!isSigned({ header: signature, body, secrets: hook.secrets, nows })) {
    throw new AppError("UNAUTHORIZED", { reason: "webhook_signature" });
  }
  await db.transaction(async (tx) => {
    if (!(await noteDelivery(tx, { hook: hook.name, id: idOf(delivery), at: now }))) return;
    await hook.note(tx);
    for (const { id } of hook.connections) {
      await addJob(tx, "sync_connection", { connectionId: id }, { key: syncJobKey(id) });
    }
  });
}

/** The same for what is there and what is not: nobody learns which addresses exist. */
async function registered(db: Db, hookId: string, now: Date): Promise<Hook> {
  const row = isUuid(hookId) ? await findWebhook(db, hookId) : null;
  const connection = row?.state === "active" ? await findConnectionById(db, row.connectionId) : null;
  if (!row?.sealed || connection?.state !== "open") return nobody;
  return {
    name: row.id,
    secrets: [unseal(row.sealed, encryptionKeys())],
    connections: [connection],
    note: (tx) => updateWebhook(tx, row.id, { lastDeliveryAt: now }),
  };
}

async function byHand(db: Db, now: Date): Promise<Hook> {
  const given = getEnv().OPENTRAIN_WEBHOOK_SECRET;
  if (!given) return nobody;
  return {
    name: handHeartbeat,
    secrets: given.split(secretsApart),
    connections: await listOpenConnections(db),
    note: (tx) => beat(tx, handHeartbeat, now),
  };
}

const nobody: Hook = { name: "", secrets: [], connections: [], note: async () => undefined };

/** A retry has the id of the first try. Without one, the same signature is the same delivery. */
function idOf({ deliveryId, signature }: Delivery): string {
  const isPlain = deliveryId !== null && deliveryId !== "" && deliveryId.length <= longestId;
  return isPlain
    ? deliveryId
    : createHash("sha256")
        .update(signature ?? "")
        .digest("hex");
}
