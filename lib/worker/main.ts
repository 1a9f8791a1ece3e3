import { getEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { LEASE_MS } from "@/lib/store/hold-lease";
import { createDb, createPool } from "@/lib/store/pool";
import { keepRunner } from "@/lib/worker/keep-runner";
import { tasksOn } from "@/lib/worker/tasks";
import { startTicker } from "@/lib/worker/ticker";

/** What is still running then is taken up again after the next start. */
const graceMs = 3_500;
/** A frozen worker, or one whose host is gone, keeps the locks of its transaction no longer than its lease. */
const idleInTransactionMs = LEASE_MS;

const { DATABASE_URL, SYNC_INTERVAL_MS } = getEnv();
if (!DATABASE_URL) throw new Error("DATABASE_URL is not set");
const work = createPool(DATABASE_URL, { name: "countersign-worker", idleInTransactionMs });
const db = createDb(work);
const jobs = createPool(DATABASE_URL, { max: 8, name: "countersign-jobs" });
const runner = keepRunner(jobs, tasksOn(db));
const ticker = startTicker(db, SYNC_INTERVAL_MS, runner.workerIds);
let isStopping = false;

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  ticker.stop();
  setTimeout(() => process.exit(0), graceMs).unref();
  await runner.stop();
  await Promise.allSettled([jobs.end(), work.end()]);
  process.exit(0);
}

for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
process.on("disconnect", () => void stop());
process.on("unhandledRejection", (error) =>
  log.error({ error }, "something in the worker was not waited for"),
);

await runner.ready;
process.send?.({ type: "ready" });
log.info({}, "up");
