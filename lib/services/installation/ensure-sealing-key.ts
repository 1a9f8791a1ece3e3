import { eq, isNotNull } from "drizzle-orm";
import { updateConnection } from "@/lib/store/connections/rows";
import { addEvent } from "@/lib/store/events";
import type { Tx } from "@/lib/store/pool";
import { captureKeys, connections, connectionTokens, webhooks } from "@/lib/store/schema";
import { keyFingerprints, seal, unseal } from "@/lib/store/sealing";
import { readSetting, writeSetting } from "@/lib/store/settings";

/**
 * Refuses keys that cannot open what lies here, before anything is half working. With a new key in front
 * everything is sealed again, so that the old one can be dropped at the next start.
 */
export async function ensureSealingKey(
  tx: Tx,
  keys: string,
  now: Date,
): Promise<"wrong_encryption_key" | null> {
  const [newest, ...older] = keyFingerprints(keys);
  if (newest === undefined) return "wrong_encryption_key";
  const known = await readSetting(tx, "sealing_fingerprint");
  if (known === newest) return null;
  if (known !== null && !older.includes(known)) return "wrong_encryption_key";
  if (known !== null) await sealAgain(tx, keys);
  await writeSetting(tx, "sealing_fingerprint", newest);
  await addEvent(tx, {
    workspaceId: null,
    at: now,
    kind: known === null ? "encryption_key_set" : "encryption_key_changed",
    actor: { kind: "system", id: "start" },
    subject: { kind: "installation", id: null },
    data: { fingerprint: newest },
  });
  return null;
}

async function sealAgain(tx: Tx, keys: string): Promise<void> {
  for (const table of [connectionTokens, captureKeys, webhooks]) {
    const rows = await tx
      .select({ id: table.id, sealed: table.sealed })
      .from(table)
      .where(isNotNull(table.sealed));
    for (const { id, sealed } of rows) {
      if (!sealed) continue;
      await tx
        .update(table)
        .set({ sealed: seal(unseal(sealed, keys), keys) })
        .where(eq(table.id, id));
    }
  }
  const sandboxes = await tx.select().from(connections).where(isNotNull(connections.agentSealed));
  for (const { id, agentSealed } of sandboxes) {
    if (agentSealed) await updateConnection(tx, id, { agentSealed: seal(unseal(agentSealed, keys), keys) });
  }
}
