import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/store/pool";
import { eventSeals, events, eventsUnsealed } from "@/lib/store/schema";
import { chainOf, type Link, nothingBefore, sealHash } from "./seal-hash";

const atOnce = 500;

export async function hasUnsealed(db: Db): Promise<boolean> {
  const rows = await db.select().from(eventsUnsealed).limit(1);
  return rows.length > 0;
}

/** Seals what waits, in order, a few hundred in one transaction; returns how many that were. */
export async function sealEvents(db: Db, limit = atOnce): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('countersign sealing', 0))`);
    const waiting = await tx
      .select({ event: events })
      .from(eventsUnsealed)
      .innerJoin(events, eq(events.id, eventsUnsealed.eventId))
      .orderBy(asc(eventsUnsealed.eventId))
      .limit(limit);
    if (waiting.length === 0) return 0;
    const ends = new Map<string, Link>();
    const seals: (typeof eventSeals.$inferInsert)[] = [];
    for (const { event } of waiting) {
      const link = ends.get(chainOf(event)) ?? (await endOf(tx, chainOf(event)));
      const hash = sealHash(event, link);
      seals.push({ eventId: event.id, ...link, hash });
      ends.set(link.chain, { ...link, sequence: link.sequence + 1, previousHash: hash });
    }
    await tx.insert(eventSeals).values(seals);
    await tx.delete(eventsUnsealed).where(
      inArray(
        eventsUnsealed.eventId,
        waiting.map(({ event }) => event.id),
      ),
    );
    return waiting.length;
  });
}

/** Where the next seal of a chain goes. */
async function endOf(tx: Tx, chain: string): Promise<Link> {
  const [last] = await tx
    .select({ sequence: eventSeals.sequence, hash: eventSeals.hash })
    .from(eventSeals)
    .where(eq(eventSeals.chain, chain))
    .orderBy(desc(eventSeals.sequence))
    .limit(1);
  return last
    ? { chain, sequence: last.sequence + 1, previousHash: last.hash }
    : { chain, sequence: 1, previousHash: nothingBefore };
}
