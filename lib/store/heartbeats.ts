import { eq } from "drizzle-orm";
import type { Db } from "@/lib/store/pool";
import { heartbeats } from "@/lib/store/schema";

export async function beat(db: Db, name: string, at: Date): Promise<void> {
  const row = { name, at };
  await db.insert(heartbeats).values(row).onConflictDoUpdate({ target: heartbeats.name, set: row });
}

export async function lastBeat(db: Db, name: string): Promise<Date | null> {
  const [row] = await db.select().from(heartbeats).where(eq(heartbeats.name, name));
  return row?.at ?? null;
}
