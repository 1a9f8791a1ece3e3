import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "@/lib/store/pool";
import { eventSeals, events, eventsUnsealed } from "@/lib/store/schema";
import { chainOf, nothingBefore, sealHash } from "./seal-hash";

export type SealCheck = {
  chains: number;
  sealed: number;
  /** Written since the worker last sealed. */
  waiting: number;
  /** Neither sealed nor waiting to be: somebody took them out of the worker's sight. */
  unaccounted: number;
  /** The first place in each chain where what lies there is not what was sealed. */
  broken: { chain: string; sequence: number }[];
};

const atOnce = 1_000;

/** Recomputes every seal from what the events hold now. */
export async function checkSeals(db: Db): Promise<SealCheck> {
  const chains = await db.selectDistinct({ chain: eventSeals.chain }).from(eventSeals);
  const check: SealCheck = { chains: chains.length, sealed: 0, waiting: 0, unaccounted: 0, broken: [] };
  for (const { chain } of chains) {
    const { sealed, brokenAt } = await checkChain(db, chain);
    check.sealed += sealed;
    if (brokenAt !== null) check.broken.push({ chain, sequence: brokenAt });
  }
  check.waiting = await db.$count(eventsUnsealed);
  const [left] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(events)
    .leftJoin(eventSeals, eq(eventSeals.eventId, events.id))
    .leftJoin(eventsUnsealed, eq(eventsUnsealed.eventId, events.id))
    .where(and(isNull(eventSeals.eventId), isNull(eventsUnsealed.eventId)));
  return { ...check, unaccounted: left?.count ?? 0 };
}

async function checkChain(db: Db, chain: string): Promise<{ sealed: number; brokenAt: number | null }> {
  let sealed = 0;
  let previousHash: Buffer = nothingBefore;
  for (;;) {
    const page = await db
      .select({ seal: eventSeals, event: events })
      .from(eventSeals)
      .innerJoin(events, eq(events.id, eventSeals.eventId))
      .where(and(eq(eventSeals.chain, chain), gt(eventSeals.sequence, sealed)))
      .orderBy(asc(eventSeals.sequence))
      .limit(atOnce);
    for (const { seal, event } of page) {
      const sequence = sealed + 1;
      const hash = sealHash(event, { chain, sequence, previousHash });
      const isAsSealed = seal.sequence === sequence && chainOf(event) === chain && seal.hash.equals(hash);
      if (!isAsSealed) return { sealed, brokenAt: sequence };
      sealed = sequence;
      previousHash = hash;
    }
    if (page.length < atOnce) return { sealed, brokenAt: null };
  }
}
