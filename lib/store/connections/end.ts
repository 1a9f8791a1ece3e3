import { updateConnection } from "@/lib/store/connections/rows";
import { eraseTokens } from "@/lib/store/connections/tokens";
import { backfillJobKey, removeJob, syncJobKey, webhookJobKey } from "@/lib/store/jobs";
import type { Tx } from "@/lib/store/pool";
import { endWebhooks } from "@/lib/store/webhooks";

/** Followed no more, every token erased; where the feed was left stays, so that it can be taken up again. */
export async function endConnection(tx: Tx, id: string, now: Date): Promise<string[]> {
  await updateConnection(tx, id, {
    state: "disconnected",
    disconnectedAt: now,
    syncState: "off",
    syncProblem: null,
    syncSince: now,
    nextSyncAt: null,
    agentSealed: null,
  });
  await removeJob(tx, syncJobKey(id));
  await removeJob(tx, webhookJobKey(id));
  await endWebhooks(tx, id, now);
  await removeJob(tx, backfillJobKey(id));
  return eraseTokens(tx, id, undefined, now);
}
