import { sql } from "drizzle-orm";
import type { Tx } from "@/lib/store/pool";

// Order, where a transaction takes several: installation, workspace, capture, rows. A holder of a capture
// lock never waits for a workspace lock.

/** One change of owners, connections and first keys at a time. */
export async function lockInstallation(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('countersign installation', 0))`);
}

/**
 * One application of what OpenTrain said at a time in a workspace: lineage looks at rows another one may
 * just be adding, which no row lock can see.
 */
export async function lockWorkspace(tx: Tx, workspaceId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`workspace ${workspaceId}`}, 0))`);
}

/** What is told about one id, one at a time: a claim must not come back behind its own approval. */
export async function lockCapture(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`capture ${workspaceId} ${id}`}, 0))`);
}

/** The same for many of them, in one order for all. */
export async function lockCaptures(tx: Tx, workspaceId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const names = ids.toSorted().map((id) => `capture ${workspaceId} ${id}`);
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(name, 0))
    from unnest(${sql.param(names)}::text[]) with ordinality as named (name, place) order by place`);
}
