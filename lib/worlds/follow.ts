import { sql } from "drizzle-orm";
import { backfill } from "@/lib/sync/backfill/run";
import { type SyncOutcome, syncConnection } from "@/lib/sync/sync-connection";
import type { World } from "@/lib/worlds/world";

const mostRounds = 60;

/** One round of the worker's, its budget of calls as after a minute's rest. */
export async function follow({ db, connectionId }: World): Promise<SyncOutcome> {
  await db.execute(sql`delete from countersign.call_budgets`);
  // The worker finds the feed's present and reads the past, both beside following.
  while ((await backfill({ db, connectionId })).againInMs === 0);
  return syncConnection({ db, connectionId });
}

/** Rounds until one has reached the present and nothing was left for the next. */
export async function followToTheEnd(world: World): Promise<void> {
  for (let round = 0; round < mostRounds; round++) if ((await follow(world)) === "ok") return;
  throw new Error("following comes to no end");
}
