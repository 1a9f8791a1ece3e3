import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/store/pool";

type Jobs = {
  sync_connection: { connectionId: string };
  backfill: { connectionId: string };
  read_approval: { workspaceId: string; id: string };
  prove_claim: { workspaceId: string; id: string };
  keep_webhook: { connectionId: string };
  sweep: Record<string, never>;
  seal_events: Record<string, never>;
};

type JobName = keyof Jobs;

const maxAttempts = 25;

/** What may wait while there is anything else to do. */
const laterJobs: readonly JobName[] = ["backfill"];

type JobOptions = { key: string; inMs?: number };

/**
 * Joins the transaction it is given; the same key again replaces what still waits. No named queues: one that
 * a killed worker held stays shut for four hours.
 */
export async function addJob<N extends JobName>(
  db: Db | Tx,
  name: N,
  payload: Jobs[N],
  options: JobOptions,
): Promise<void> {
  await db.execute(sql`
    select graphile_worker.add_job(
      ${name},
      payload => ${JSON.stringify(payload)}::json,
      run_at => now() + make_interval(secs => ${(options.inMs ?? 0) / 1000}::double precision),
      max_attempts => ${maxAttempts},
      job_key => ${options.key},
      priority => ${laterJobs.includes(name) ? 10 : 0}
    )`);
}

/**
 * A killed worker's jobs would stay locked for four hours, and so would those of one that is frozen or whose host
 * vanished. Each can be done twice. `alive`: how long a worker may say nothing.
 */
export async function freeJobsOfTheDead(db: Db, aliveMs: number): Promise<void> {
  const silent = sql`now() - make_interval(secs => ${aliveMs / 1000}::double precision)`;
  await db.execute(sql`
    select graphile_worker.force_unlock_workers(array_agg(distinct job.locked_by))
    from graphile_worker._private_jobs job
    where job.locked_at < ${silent} and not exists (
      select 1 from countersign.heartbeats beat
      where beat.name = ${workerBeat("")} || job.locked_by and beat.at >= ${silent}
    )
    having count(*) > 0`);
}

/** Under which name the one who holds a job says that it lives. */
export function workerBeat(workerId: string): string {
  return `job worker ${workerId}`;
}

export async function removeJob(tx: Db | Tx, key: string): Promise<void> {
  await tx.execute(sql`select graphile_worker.remove_job(${key})`);
}

export function claimJobKey(workspaceId: string, id: string): string {
  return `claim ${workspaceId} ${short(id)}`;
}

export function readJobKey(workspaceId: string, id: string): string {
  return `read ${workspaceId} ${short(id)}`;
}

/** A key holds 512 characters; ids may be as long by themselves. */
function short(id: string): string {
  return id.length <= 200 ? id : createHash("sha256").update(id).digest("base64url");
}

export function webhookJobKey(connectionId: string): string {
  return `webhook ${connectionId}`;
}

export function syncJobKey(connectionId: string): string {
  return `sync ${connectionId}`;
}

export function backfillJobKey(connectionId: string): string {
  return `backfill ${connectionId}`;
}
