import { AppError } from "@/lib/errors";
import { ensureAuthSecret } from "@/lib/services/installation/ensure-auth-secret";
import { ensureSealingKey } from "@/lib/services/installation/ensure-sealing-key";
import type { Tx } from "@/lib/store/pool";

type Given = { encryptionKeys: string; authSecret: string | undefined; now: Date };

/** Both secrets fit this database, or nothing starts; everything that does not fit is told at once. */
export async function ensureKeys(tx: Tx, { encryptionKeys, authSecret, now }: Given): Promise<void> {
  const reasons = [
    await ensureSealingKey(tx, encryptionKeys, now),
    authSecret === undefined ? null : await ensureAuthSecret(tx, authSecret, now),
  ].filter((reason) => reason !== null);
  if (reasons[0] !== undefined)
    throw new AppError("UNAVAILABLE", { reason: reasons[0], details: { reasons } });
}
