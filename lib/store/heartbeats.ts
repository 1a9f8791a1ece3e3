import { eq } from "drizzle-orm";
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

/** When this process last could not say that it lives: the database was away, and not the process. */
export function lastFailedBeat(): Date | null {
  return failedAt;
}

export async function lastBeat(db: Db, name: string): Promise<Date | null> {
  const [row] = await db.select().from(heartbeats).where(eq(heartbeats.name, name));
  return row?.at ?? null;
}
