import { and, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Head } from "@/lib/host/backup/format";
import { addEvent } from "@/lib/store/events";
import type { Tx } from "@/lib/store/pool";
import { captureKeys, connections, connectionTokens, settings, webhooks } from "@/lib/store/schema";

type Given = { head: Head; keepsSealed: boolean; keepsSecret: boolean; now: Date };

// What nobody can open any more must not look as if it could be used. A first key that was never shown is
// given up, so that the next start makes one.
async function giveUpSealed(tx: Tx, now: Date): Promise<void> {
  await tx
    .update(connectionTokens)
    .set({ sealed: null, state: "revoked" })
    .where(isNotNull(connectionTokens.sealed));
  await tx.update(connections).set({ agentSealed: null }).where(isNotNull(connections.agentSealed));
  await tx
    .update(captureKeys)
    .set({ revokedAt: now })
    .where(and(isNotNull(captureKeys.sealed), isNull(captureKeys.shownAt), isNull(captureKeys.revokedAt)));
  await tx.update(captureKeys).set({ sealed: null }).where(isNotNull(captureKeys.sealed));
  // Without its secret nothing that comes can be verified; the worker makes another.
  await tx.update(webhooks).set({ sealed: null }).where(isNotNull(webhooks.sealed));
}

/** The last word in a restore: what cannot be kept is given up, and the history says that it was one. */
export async function settle(tx: Tx, { head, keepsSealed, keepsSecret, now }: Given): Promise<void> {
  if (!keepsSealed) await giveUpSealed(tx, now);
  // The next start remembers the keys it is given.
  const forgotten = [
    ...(keepsSealed ? [] : ["sealing_fingerprint"]),
    ...(keepsSecret ? [] : ["auth_fingerprint"]),
  ];
  if (forgotten.length > 0) await tx.delete(settings).where(inArray(settings.key, forgotten));
  await addEvent(tx, {
    workspaceId: null,
    at: now,
    kind: "installation_restored",
    actor: { kind: "system", id: "restore" },
    subject: { kind: "installation", id: null },
    data: { backupMadeAt: head.madeAt, backupVersion: head.app, keysKept: keepsSealed },
  });
}
