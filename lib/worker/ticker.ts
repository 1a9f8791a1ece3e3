import { log } from "@/lib/log";
import { noteAbandoned } from "@/lib/services/asks/note-abandoned";
import { idleBackfills } from "@/lib/store/backfills/rows";
import { listOpenConnections } from "@/lib/store/connections/rows";
import { beat } from "@/lib/store/heartbeats";
import {
  addJob,
  backfillJobKey,
  freeJobsOfTheDead,
  syncJobKey,
  webhookJobKey,
  workerBeat,
} from "@/lib/store/jobs";
import type { Db } from "@/lib/store/pool";
import { askToSeal } from "@/lib/worker/tasks";

const beatEveryMs = 5_000;
const webhookEveryMs = 60_000;
/** Without a word for so long, a worker's jobs are somebody else's. */
const aliveMs = 20_000;
const abandonedEveryMs = 2_000;
const backfillEveryMs = 5_000;
const sealEveryMs = 5_000;
const sweepEveryMs = 10 * 60_000;

/** What happens by the clock. Jobs go by their key, so that several workers ask for one round, not several. */
export function startTicker(
  db: Db,
  syncEveryMs: number,
  workerIds: () => string[] = () => [],
): { stop: () => void } {
  const stops = [
    every(beatEveryMs, "heartbeat", () => sayAlive(db, workerIds())),
    every(beatEveryMs, "jobs of the dead", () => freeJobsOfTheDead(db, aliveMs)),
    every(syncEveryMs, "sync", () => askForRounds(db)),
    every(webhookEveryMs, "webhooks", () => askForWebhooks(db)),
    every(abandonedEveryMs, "abandoned", () => noteAbandoned(db)),
    every(backfillEveryMs, "backfill", () => askForBackfills(db)),
    every(sealEveryMs, "seal", () => askToSeal(db)),
    every(sweepEveryMs, "sweep", () => addJob(db, "sweep", {}, { key: "sweep" })),
  ];
  return { stop: () => stops.forEach((stop) => void stop()) };
}

async function sayAlive(db: Db, workerIds: string[]): Promise<void> {
  const now = new Date();
  await beat(db, "worker", now);
  for (const id of workerIds) await beat(db, workerBeat(id), now);
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

/** Those nobody is at: begun by a newer version, or their job was lost. */
async function askForBackfills(db: Db): Promise<void> {
  for (const id of await idleBackfills(db, new Date())) {
    await addJob(db, "backfill", { connectionId: id }, { key: backfillJobKey(id) });
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
