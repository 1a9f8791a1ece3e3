import { eq, lt, sql } from "drizzle-orm";
import type { Db } from "@/lib/store/pool";
import { callBudgets } from "@/lib/store/schema";

/** `leadMs`: how far turns may be taken ahead of their even distance, `stepMs`. */
export type Pace = { stepMs: number; leadMs: number };

/** A database whose clock went back must not keep us waiting for longer than OpenTrain could ask. */
const furthest = sql`clock_timestamp() + interval '2 hours'`;
const nextAt = sql`greatest(least(${callBudgets.nextAt}, ${furthest}), clock_timestamp())`;

const after = (ms: number) => sql`make_interval(secs => ${ms / 1000}::float8)`;
const msUntil = (moment: ReturnType<typeof sql>) =>
  sql<number>`greatest(0, extract(epoch from ${moment} - clock_timestamp()) * 1000)::float8`;

/** Milliseconds until our turn by the database's clock; it is taken only when that is within our patience. */
export async function takeTurn(
  db: Db,
  fingerprint: Buffer,
  { stepMs, leadMs }: Pace,
  patienceMs: number,
): Promise<number> {
  const [taken] = await db
    .insert(callBudgets)
    .values({ fingerprint, nextAt: sql`clock_timestamp() + ${after(stepMs)}` })
    .onConflictDoUpdate({
      target: callBudgets.fingerprint,
      set: { nextAt: sql`${nextAt} + ${after(stepMs)}` },
      setWhere: sql`${nextAt} - ${after(leadMs)} <= clock_timestamp() + ${after(patienceMs)}`,
    })
    .returning({ waitMs: msUntil(sql`${callBudgets.nextAt} - ${after(stepMs)} - ${after(leadMs)}`) });
  if (taken) return taken.waitMs;
  const [refused] = await db
    .select({ waitMs: msUntil(sql`${nextAt} - ${after(leadMs)}`) })
    .from(callBudgets)
    .where(eq(callBudgets.fingerprint, fingerprint));
  // Whatever the clock has done since: this turn was not taken.
  return Math.max(refused?.waitMs ?? 0, patienceMs + 1);
}

export async function restFor(db: Db, fingerprint: Buffer, { leadMs }: Pace, restMs: number): Promise<void> {
  const rested = sql`clock_timestamp() + ${after(leadMs)} + ${after(restMs)}`;
  await db
    .insert(callBudgets)
    .values({ fingerprint, nextAt: rested })
    .onConflictDoUpdate({
      target: callBudgets.fingerprint,
      set: { nextAt: sql`greatest(least(${callBudgets.nextAt}, ${furthest}), ${rested})` },
    });
}

/** Of tokens that nobody uses any more. */
export async function sweepBudgets(db: Db, before: Date): Promise<void> {
  await db.delete(callBudgets).where(lt(callBudgets.nextAt, before));
}
