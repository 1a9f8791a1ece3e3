import { log } from "@/lib/log";
import { noteUnknown } from "@/lib/services/asks/note-unknown";
import { settleNoted } from "@/lib/services/asks/settle-noted";
import { connectionNow } from "@/lib/services/connections/connection-now";
import { listNoted } from "@/lib/store/asks/noted";
import { keeperName, listUnderWay } from "@/lib/store/asks/rows";
import { findConnectionById } from "@/lib/store/connections/rows";
import { isForNow } from "@/lib/store/is-fault";
import { lockWorkspace } from "@/lib/store/locks";
import type { Db } from "@/lib/store/pool";
import { isAnybodyPresent } from "@/lib/store/presence";
import type { AskRow } from "@/lib/store/schema";

/** A web that was just started may not have said yet that it is there. */
const graceMs = 1_000;
/** Longer than any call through the recorder may take: whoever still has it in hand has forgotten it. */
const longestMs = 10 * 60_000;
/** Settled within moments by its own web, if that one can. */
const longestNotedMs = 60_000;
const mostAtOnce = 500;

/**
 * What a web had in hand when it died: what it had noted an answer of is settled as it would have been, and the
 * rest was perhaps taken by OpenTrain, nobody knows.
 */
export async function noteAbandoned(db: Db, clock: () => Date = () => new Date()): Promise<void> {
  const now = clock();
  const noted = await listNoted(db, null, mostAtOnce);
  const isOld = ({ answeredAt }: AskRow) => now.getTime() - (answeredAt?.getTime() ?? 0) >= longestNotedMs;
  await settleNoted(db, await abandoned(db, noted, isOld), clock);
  const left = await listUnderWay(db, new Date(now.getTime() - graceMs), mostAtOnce);
  const isForgotten = ({ begunAt }: AskRow) => now.getTime() - begunAt.getTime() >= longestMs;
  for (const ask of await abandoned(db, left, isForgotten)) {
    try {
      await markAbandoned(db, ask, now);
    } catch (error) {
      if (isForNow(error)) throw error;
      // It is tried again at the next turn, and the others are not held up.
      log.error({ error, askId: ask.id }, "a request left behind could not be marked as unanswered");
    }
  }
}

async function markAbandoned(db: Db, ask: AskRow, now: Date): Promise<void> {
  const connection = await findConnectionById(db, ask.connectionId);
  await db.transaction(async (tx) => {
    await lockWorkspace(tx, ask.workspaceId);
    await noteUnknown(tx, ask, connectionNow(connection, now));
  });
}

/** Those whose web is gone, and those that one that is there has had for too long. */
async function abandoned(db: Db, asks: AskRow[], isTooOld: (ask: AskRow) => boolean): Promise<AskRow[]> {
  const gone = new Set<string>();
  for (const keeper of new Set(asks.map((ask) => ask.keeper))) {
    const isGone = await db.transaction(async (tx) => !(await isAnybodyPresent(tx, keeperName(keeper))));
    if (isGone) gone.add(keeper);
  }
  return asks.filter((ask) => gone.has(ask.keeper) || isTooOld(ask));
}
