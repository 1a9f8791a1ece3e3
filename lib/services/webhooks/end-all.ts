import { log } from "@/lib/log";
import { openReader } from "@/lib/services/connections/open-reader";
import { endWebhook } from "@/lib/services/webhooks/end";
import { findManager } from "@/lib/services/webhooks/find-manager";
import { type ConnectionRow, listTokens } from "@/lib/store/connections/rows";
import type { Db } from "@/lib/store/pool";
import { listWebhooks } from "@/lib/store/webhooks";

/** Whoever disconnects waits no longer for OpenTrain; what is left, the worker takes away when it can. */
export const END_WITHIN_MS = 3_000;

/**
 * Before the tokens that could do it are erased. `without`: the one that is about to be; where another may take
 * them away, they stay. Best effort: nothing that happens here keeps anybody from disconnecting.
 */
export async function endAllWebhooks({
  db,
  connection,
  now,
  without = null,
}: {
  db: Db;
  connection: ConnectionRow;
  now: Date;
  without?: string | null;
}): Promise<void> {
  try {
    const tokens = await listTokens(db, connection.id);
    if (without !== null && findManager(tokens.filter(({ id }) => id !== without))) return;
    const manager = findManager(tokens);
    const webhooks = manager ? await listWebhooks(db, connection.id) : [];
    const limits = { timeoutMs: END_WITHIN_MS, budgetMs: END_WITHIN_MS };
    const reader = webhooks.length > 0 ? await openReader(db, connection, limits) : null;
    if (!reader || !manager) return;
    await Promise.all(
      webhooks.map((one) => endWebhook(db, reader, one, { now, why: "disconnected", tokenId: manager.id })),
    );
  } catch (error) {
    log.warn({ error, connectionId: connection.id }, "the webhooks could not be taken away");
  }
}
