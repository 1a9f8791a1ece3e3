import { and, eq, gt, inArray, lt, sql } from "drizzle-orm";
import type { Db } from "@/lib/store/pool";
import { throttleCounts } from "@/lib/store/schema";

/** Attempts are counted by the minute, so that a window slides and an old attempt is forgotten on time. */
const bucketMs = 60_000;

export type Bucket = { windowStart: Date; count: number };

function bucketOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / bucketMs) * bucketMs);
}

/** Counted before the attempt is made, so that many at once cannot all slip under the limit. */
export async function countAttempt(db: Db, subjects: string[], now: Date, by = 1): Promise<void> {
  const windowStart = bucketOf(now);
  // In one order everywhere, or two attempts of the same pair could wait for each other.
  const rows = subjects.toSorted().map((subject) => ({ subject, windowStart, count: Math.max(by, 0) }));
  await db
    .insert(throttleCounts)
    .values(rows)
    .onConflictDoUpdate({
      target: [throttleCounts.subject, throttleCounts.windowStart],
      set: { count: sql`greatest(${throttleCounts.count} + ${by}, 0)` },
    });
}

export async function attemptsSince(db: Db, subjects: string[], since: Date): Promise<Map<string, Bucket[]>> {
  const rows = await db
    .select()
    .from(throttleCounts)
    .where(and(inArray(throttleCounts.subject, subjects), gt(throttleCounts.windowStart, since)))
    .orderBy(throttleCounts.windowStart);
  const found = new Map<string, Bucket[]>();
  for (const row of rows) found.set(row.subject, [...(found.get(row.subject) ?? []), row]);
  return found;
}

export async function forgetAttempts(db: Db, subject: string): Promise<void> {
  await db.delete(throttleCounts).where(eq(throttleCounts.subject, subject));
}

export async function sweepAttempts(db: Db, before: Date): Promise<void> {
  await db.delete(throttleCounts).where(lt(throttleCounts.windowStart, before));
}
