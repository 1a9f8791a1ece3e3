import { and, eq, like, lt } from "drizzle-orm";
import type { Db, Tx } from "@/lib/store/pool";
import { heartbeats } from "@/lib/store/schema";

let failedAt: Date | null = null;

export async function beat(db: Db | Tx, name: string, at: Date): Promise<void> {
  const row = { name, at };
  try {
    await db.insert(heartbeats).values(row).onConflictDoUpdate({ target: heartbeats.name, set: row });
  } catch (error) {
    failedAt = at;
    throw error;
  }
}

/** Of those that are long gone. */
export async function sweepBeats(db: Db, prefix: string, before: Date): Promise<void> {
  await db.delete(heartbeats).where(and(like(heartbeats.name, `${prefix}%`), lt(heartbeats.at, before)));
}

/** When this process last could not say that it lives: the database was away, and not the process. */
export function lastFailedBeat(): Date | null {
  return failedAt;
}

export async function lastBeat(db: Db, name: string): Promise<Date | null> {
  const [row] = await db.select().from(heartbeats).where(eq(heartbeats.name, name));
  return row?.at ?? null;
}
