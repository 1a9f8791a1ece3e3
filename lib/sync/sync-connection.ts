import { openReader } from "@/lib/services/connections/open-reader";
import { findConnectionById } from "@/lib/store/connections/rows";
import type { Db } from "@/lib/store/pool";
import { followFeed } from "@/lib/sync/follow-feed";
import { noteFailure, noteSuccess } from "@/lib/sync/note-outcome";
import { proveDue, readDue } from "@/lib/sync/read-due";
import { readContracts, readCredits, readJobs } from "@/lib/sync/read-surroundings";
import { type Round, RoundStopped } from "@/lib/sync/round";

export type SyncInput = {
  db: Db;
  connectionId: string;
  clock?: () => Date;
  /** Looks even while a failure says to wait. */
  isForced?: boolean;
};

export type SyncOutcome = "ok" | "behind" | "waiting" | "stopped" | "closed";

/**
 * One round: the feed first, since it says what is settled, then what is due, then what lies around. Done
 * twice it changes nothing more; stopped anywhere it goes on from there.
 */
export async function syncConnection(input: SyncInput): Promise<SyncOutcome> {
  const { db, connectionId, clock = () => new Date(), isForced = false } = input;
  const connection = await findConnectionById(db, connectionId);
  const reader = connection && (await openReader(db, connection));
  if (!connection || !reader) return "closed";
  if (!isForced && connection.nextSyncAt && connection.nextSyncAt > clock()) return "waiting";
  const round: Round = { db, connection, reader, clock };
  try {
    const { isBehind, movedMoney } = await followFeed(round);
    await readDue(round);
    await proveDue(round);
    await readContracts(round);
    await readCredits(round, { isMoved: movedMoney });
    await readJobs(round);
    await noteSuccess(round, { isBehind });
    return isBehind ? "behind" : "ok";
  } catch (error) {
    if (!(error instanceof RoundStopped)) throw error;
    await noteFailure(round, error.failure);
    return "stopped";
  }
}
