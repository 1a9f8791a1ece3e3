import { and, desc, eq, gt, lt, sql } from "drizzle-orm";
import type { Db } from "@/lib/store/pool";
import { type CallOutcome, callerHours, callers, type StrayDoor, strayCalls } from "@/lib/store/schema";

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

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export async function writeCall(db: Db, call: NewCall): Promise<void> {
  const caller = db.$with("caller").as(callerWritten(db, call));
  const hour = db.$with("hour").as(hourWritten(db, call));
  const [written] = await db
    .with(caller, hour)
    .select({ isNewCaller: caller.isNew, isNewHour: hour.isNew })
    .from(caller)
    .crossJoin(hour);
  if (written?.isNewCaller) await forgetOldest(db, call.workspaceId);
  if (written?.isNewHour) await forgetHours(db, call);
}

function callerWritten(db: Db, { at, calls, ...call }: NewCall) {
  const { outcome, why, approvalId } = call;
  // Two processes may be told of a clock each; the later call stays the last one.
  const isLater = sql`excluded.last_at >= ${callers.lastAt}`;
  const later = (name: string) =>
    sql`case when ${isLater} then excluded.${sql.identifier(name)} else ${callers}.${sql.identifier(name)} end`;
  return db
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
    .returning({ isNew: sql<boolean>`xmax = 0`.as("is_new_caller") });
}

function hourWritten(db: Db, { workspaceId, way, keyId, agentName, outcome, calls, at }: NewCall) {
  const hour = new Date(Math.floor(at.getTime() / hourMs) * hourMs);
  const { way: byWay, keyId: byKey, agentName: byName, hour: byHour, outcome: byOutcome } = callerHours;
  return db
    .insert(callerHours)
    .values({ workspaceId, way, keyId, agentName, hour, outcome, calls })
    .onConflictDoUpdate({
      target: [callerHours.workspaceId, byWay, byKey, byName, byHour, byOutcome],
      set: { calls: sql`${callerHours.calls} + excluded.calls` },
    })
    .returning({ isNew: sql<boolean>`xmax = 0`.as("is_new_hour") });
}

async function forgetHours(db: Db, { workspaceId, at }: NewCall): Promise<void> {
  const before = new Date(at.getTime() - 2 * dayMs);
  await db
    .delete(callerHours)
    .where(and(eq(callerHours.workspaceId, workspaceId), lt(callerHours.hour, before)));
}

export type CalledRow = Pick<CallerRow, "way" | "keyId" | "agentName" | "outcome" | "calls">;

/** How often what came of each caller's calls since then, to the hour. */
export async function callsSince(db: Db, workspaceId: string, since: Date): Promise<CalledRow[]> {
  const { way, keyId, agentName, outcome } = callerHours;
  const by = [way, keyId, agentName, outcome] as const;
  return db
    .select({ way, keyId, agentName, outcome, calls: sql`sum(${callerHours.calls})`.mapWith(Number) })
    .from(callerHours)
    .where(and(eq(callerHours.workspaceId, workspaceId), gt(callerHours.hour, since)))
    .groupBy(...by)
    .orderBy(...by);
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
