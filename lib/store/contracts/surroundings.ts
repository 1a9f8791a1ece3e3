import { and, eq, gte, sql } from "drizzle-orm";
import { among } from "@/lib/store/among";
import type { Db, Tx } from "@/lib/store/pool";
import { contracts, jobs, type MilestoneRow, milestones, proposals } from "@/lib/store/schema";

export async function findMilestone(
  db: Db | Tx,
  workspaceId: string,
  id: string,
): Promise<MilestoneRow | null> {
  const [row] = await db
    .select()
    .from(milestones)
    .where(and(eq(milestones.workspaceId, workspaceId), eq(milestones.id, id)));
  return row ?? null;
}

export async function findProposal(db: Db | Tx, workspaceId: string, id: string) {
  const [row] = await db
    .select()
    .from(proposals)
    .where(and(eq(proposals.workspaceId, workspaceId), eq(proposals.id, id)));
  return row ?? null;
}

export async function findJob(db: Db | Tx, workspaceId: string, id: string) {
  const [row] = await db
    .select()
    .from(jobs)
    .where(and(eq(jobs.workspaceId, workspaceId), eq(jobs.id, id)));
  return row ?? null;
}

export async function storeJobs(tx: Tx, rows: (typeof jobs.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(jobs)
    .values(rows)
    .onConflictDoUpdate({
      target: [jobs.workspaceId, jobs.id],
      set: {
        title: sql`excluded.title`,
        status: sql`excluded.status`,
        readAt: sql`excluded.read_at`,
      },
    });
}

/** Those of them that were not read since, the never read ones too. */
export async function contractsReadBefore(
  db: Db,
  workspaceId: string,
  ids: string[],
  before: Date,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const fresh = await db
    .select({ id: contracts.id })
    .from(contracts)
    .where(
      and(eq(contracts.workspaceId, workspaceId), among(contracts.id, ids), gte(contracts.readAt, before)),
    );
  const known = new Set(fresh.map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
}

export async function unknownIds(
  db: Db,
  workspaceId: string,
  kind: "contracts" | "jobs" | "proposals",
  ids: string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const table = { contracts, jobs, proposals }[kind];
  const rows = await db
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.workspaceId, workspaceId), among(table.id, ids)));
  const known = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
}
