import { and, desc, eq, gt, sql } from "drizzle-orm";
import type { Db } from "@/lib/store/pool";
import { type CallOutcome, callers, type StrayDoor, strayCalls } from "@/lib/store/schema";

export type CallerRow = typeof callers.$inferSelect;
export type StrayRow = typeof strayCalls.$inferSelect;
export type NewCall = Pick<CallerRow, "workspaceId" | "way" | "keyId" | "agentName"> & {
  at: Date;
  /** More than one where calls were gathered before they were written. */
  calls: number;
  outcome: CallOutcome;
  why: string | null;
  approvalId: string | null;
};

/** Names are an agent's own: whoever changes theirs with every call must not fill the table. */
const mostOfAWorkspace = 200;

export async function writeCall(db: Db, { at, calls, ...call }: NewCall): Promise<void> {
  const { outcome, why, approvalId } = call;
  // Two processes may be told of a clock each; the later call stays the last one.
  const isLater = sql`excluded.last_at >= ${callers.lastAt}`;
  const later = (name: string) =>
    sql`case when ${isLater} then excluded.${sql.identifier(name)} else ${callers}.${sql.identifier(name)} end`;
  const [row] = await db
    .insert(callers)
    .values({ ...call, outcome, why, approvalId, firstAt: at, lastAt: at, calls })
    .onConflictDoUpdate({
      target: [callers.workspaceId, callers.way, callers.keyId, callers.agentName],
      set: {
        calls: sql`${callers.calls} + excluded.calls`,
        outcome: later("outcome"),
        why: later("why"),
        approvalId: later("approval_id"),
        lastAt: sql`greatest(${callers.lastAt}, excluded.last_at)`,
      },
    })
    .returning({ isNew: sql<boolean>`xmax = 0` });
  if (row?.isNew) await forgetOldest(db, call.workspaceId);
}

async function forgetOldest(db: Db, workspaceId: string): Promise<void> {
  await db.execute(sql`
    delete from ${callers} where (workspace_id, way, key_id, agent_name) in (
      select workspace_id, way, key_id, agent_name from ${callers} where workspace_id = ${workspaceId}
      order by last_at desc, agent_name offset ${mostOfAWorkspace})`);
}

/** The latest first. */
export async function listCallers(db: Db, workspaceId: string, limit: number): Promise<CallerRow[]> {
  return db
    .select()
    .from(callers)
    .where(eq(callers.workspaceId, workspaceId))
    .orderBy(desc(callers.lastAt), callers.agentName)
    .limit(limit);
}

/** What came last with each key. */
export async function lastCallsByKey(db: Db, workspaceId: string): Promise<CallerRow[]> {
  return db
    .selectDistinctOn([callers.keyId])
    .from(callers)
    .where(and(eq(callers.workspaceId, workspaceId), eq(callers.way, "capture")))
    .orderBy(callers.keyId, desc(callers.lastAt));
}

export async function writeStrayCall(
  db: Db,
  { door, why, at, calls }: { door: StrayDoor; why: string; at: Date; calls: number },
): Promise<void> {
  await db
    .insert(strayCalls)
    .values({ door, why, lastAt: at, calls })
    .onConflictDoUpdate({
      target: [strayCalls.door, strayCalls.why],
      set: {
        calls: sql`${strayCalls.calls} + excluded.calls`,
        lastAt: sql`greatest(${strayCalls.lastAt}, excluded.last_at)`,
      },
    });
}

export async function listStrayCalls(db: Db, since: Date): Promise<StrayRow[]> {
  return db.select().from(strayCalls).where(gt(strayCalls.lastAt, since)).orderBy(desc(strayCalls.lastAt));
}
