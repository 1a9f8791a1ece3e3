import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/store/pool";

type Jobs = {
  sync_connection: { connectionId: string };
  read_approval: { workspaceId: string; id: string };
  prove_claim: { workspaceId: string; id: string };
  keep_webhook: { connectionId: string };
  sweep: Record<string, never>;
  seal_events: Record<string, never>;
};

type JobName = keyof Jobs;

const maxAttempts = 25;

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
      job_key => ${options.key}
    )`);
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
