import { log } from "@/lib/log";
import { listOpenConnections } from "@/lib/store/connections/rows";
import { beat } from "@/lib/store/heartbeats";
import { addJob, syncJobKey, webhookJobKey } from "@/lib/store/jobs";
import type { Db } from "@/lib/store/pool";
import { askToSeal } from "@/lib/worker/tasks";

const beatEveryMs = 5_000;
const webhookEveryMs = 60_000;
const sealEveryMs = 5_000;
const sweepEveryMs = 10 * 60_000;

/** What happens by the clock. Jobs go by their key, so that several workers ask for one round, not several. */
export function startTicker(db: Db, syncEveryMs: number): { stop: () => void } {
  const stops = [
    every(beatEveryMs, "heartbeat", () => beat(db, "worker", new Date())),
    every(syncEveryMs, "sync", () => askForRounds(db)),
    every(webhookEveryMs, "webhooks", () => askForWebhooks(db)),
    every(sealEveryMs, "seal", () => askToSeal(db)),
    every(sweepEveryMs, "sweep", () => addJob(db, "sweep", {}, { key: "sweep" })),
  ];
  return { stop: () => stops.forEach((stop) => void stop()) };
}

async function askForRounds(db: Db): Promise<void> {
  for (const { id } of await listOpenConnections(db)) {
    await addJob(db, "sync_connection", { connectionId: id }, { key: syncJobKey(id) });
  }
}

async function askForWebhooks(db: Db): Promise<void> {
  for (const { id } of await listOpenConnections(db)) {
    await addJob(db, "keep_webhook", { connectionId: id }, { key: webhookJobKey(id) });
  }
}

/** At once and then at intervals; never twice at a time, and a failure only waits for the next turn. */
function every(intervalMs: number, name: string, work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const turn = async () => {
    await work().catch((error: unknown) => log.warn({ error, name }, "a turn of the worker's clock failed"));
    if (!isStopped) timer = setTimeout(() => void turn(), intervalMs);
  };
  void turn();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
