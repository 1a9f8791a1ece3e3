import { getEnv } from "@/lib/env";
import { handHeartbeat } from "@/lib/services/webhooks/receive";
import type { ConnectionRow } from "@/lib/store/connections/rows";
import { findFeed } from "@/lib/store/feeds";
import { lastBeat } from "@/lib/store/heartbeats";
import type { Db } from "@/lib/store/pool";
import { listWebhooks } from "@/lib/store/webhooks";

/** How we learn that something happened. `problem`: why OpenTrain does not tell us by itself. */
export type Hearing = {
  way: "webhook" | "by_hand" | "polling";
  lastDeliveryAt: Date | null;
  problem: string | null;
  everyMs: number;
};

export async function hearingOf(db: Db, { id }: ConnectionRow): Promise<Hearing> {
  const { OPENTRAIN_WEBHOOK_SECRET, SYNC_INTERVAL_MS: everyMs } = getEnv();
  const active = (await listWebhooks(db, id)).find(({ state }) => state === "active");
  if (active) return { way: "webhook", lastDeliveryAt: active.lastDeliveryAt, problem: null, everyMs };
  const byHandAt = OPENTRAIN_WEBHOOK_SECRET ? await lastBeat(db, handHeartbeat) : null;
  if (byHandAt) return { way: "by_hand", lastDeliveryAt: byHandAt, problem: null, everyMs };
  const { webhookProblem: problem } = await findFeed(db, id);
  return { way: "polling", lastDeliveryAt: null, problem, everyMs };
}
