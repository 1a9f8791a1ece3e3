import { EventEmitter } from "node:events";
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import type { Pool } from "pg";
import { log } from "@/lib/log";

const firstWaitMs = 250;
const longestWaitMs = 5_000;
const atOnce = 4;
const pollEveryMs = 2_000;
/** Looks for work that failed in a row after which the runner is made anew. */
const mostFailedLooks = 8;

// Its lines are about single jobs: only what went wrong is worth one of ours. Its sentence about a failure
// holds the error's whole text, values of the query included, so the error is given to our log instead.
const logger = new Logger(() => (level, message, meta) => {
  const error = meta?.error;
  const said = error === undefined ? `jobs: ${message}` : "jobs: a job or the look for one failed";
  if (level === "error") log.error({ error }, said);
  else if (level === "warning") log.warn({ error }, said);
});

/**
 * Works on jobs until it is stopped, through every absence of the database: a runner that gives up is
 * started again, later each time, and a job it held is taken up by whoever comes next.
 */
export function keepRunner(
  pool: Pool,
  taskList: TaskList,
): { ready: Promise<void>; workerIds: () => string[]; stop: () => Promise<void> } {
  let runner: Runner | null = null;
  let isStopped = false;
  let wake = () => {};
  let start = () => {};
  const ready = new Promise<void>((resolve) => {
    start = resolve;
  });
  const workerIds = new Set<string>();
  const events = giveUpAfter(mostFailedLooks, () => void runner?.stop().catch(() => undefined));
  events.on("worker:create", ({ worker }) => workerIds.add(worker.workerId));
  events.on("worker:stop", ({ worker }) => workerIds.delete(worker.workerId));
  const keep = async () => {
    for (let failures = 0; !isStopped; failures++) {
      try {
        runner = await run({
          pgPool: pool,
          taskList,
          logger,
          events,
          concurrency: atOnce,
          pollInterval: pollEveryMs,
          noHandleSignals: true,
          parsedCronItems: [],
        });
        failures = 0;
        start();
        await runner.promise;
      } catch (error) {
        if (!isStopped) log.warn({ error }, "the jobs cannot be worked on; trying again");
      }
      if (!isStopped)
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures, 10)));
        });
    }
  };
  const kept = keep();
  return {
    ready,
    workerIds: () => [...workerIds],
    async stop() {
      isStopped = true;
      wake();
      await runner?.stop().catch(() => undefined);
      await kept;
    },
  };
}

// graphile-worker remembers a failure of its very first look for ever: it would go on without taking a job.
function giveUpAfter(most: number, giveUp: () => void): WorkerEvents {
  const events: WorkerEvents = new EventEmitter();
  let failed = 0;
  events.on("worker:getJob:error", () => {
    failed += 1;
    if (failed % most === 0) giveUp();
  });
  for (const seen of ["worker:getJob:empty", "job:start"] as const) {
    events.on(seen, () => {
      failed = 0;
    });
  }
  return events;
}
