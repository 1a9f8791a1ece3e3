import { checkTokens } from "@/lib/services/connections/check-tokens";
import { openReader, type Reader } from "@/lib/services/connections/open-reader";
import { noteAway } from "@/lib/services/connections/watch";
import { type ConnectionRow, findConnectionById } from "@/lib/store/connections/rows";
import { type Lease, LeaseLost } from "@/lib/store/hold-lease";
import type { Db } from "@/lib/store/pool";
import { followFeed } from "@/lib/sync/follow-feed";
import { noteFailure, noteNothingToReadWith, noteSuccess } from "@/lib/sync/note-outcome";
import { proveDue, readDue } from "@/lib/sync/read-due";
import { readLedger } from "@/lib/sync/read-ledger";
import { readPayments } from "@/lib/sync/read-payments";
import { readSubjects } from "@/lib/sync/read-subjects";
import { readContracts, readCredits, readJobs } from "@/lib/sync/read-surroundings";
import { readUnseen } from "@/lib/sync/read-unseen";
import { demandLease, type Round, RoundStopped } from "@/lib/sync/round";

export type SyncInput = {
  db: Db;
  connectionId: string;
  clock?: () => Date;
  /** Looks even while a failure says to wait. */
  isForced?: boolean;
  /** Held for as long as the round lasts. */
  lease?: Lease;
};

export type SyncOutcome = "ok" | "behind" | "waiting" | "stopped" | "lost" | "closed";

/**
 * One round: the feed first, since it says what is settled, then what is due, then what lies around. Done
 * twice it changes nothing more; stopped anywhere it goes on from there.
 */
export async function syncConnection(input: SyncInput): Promise<SyncOutcome> {
  const { db, connectionId, clock = () => new Date(), isForced = false, lease = null } = input;
  const connection = await findConnectionById(db, connectionId);
  if (connection?.state !== "open") return "closed";
  if (!isForced && connection.nextSyncAt && connection.nextSyncAt > clock()) return "waiting";
  try {
    const now = clock();
    await db.transaction(async (tx) => {
      await demandLease({ lease }, tx);
      await noteAway(tx, connection, now);
    });
    const reader = await readerOf(input, connection, now);
    return reader ? await goRound({ db, connection, reader, clock, lease }) : "stopped";
  } catch (error) {
    if (error instanceof LeaseLost) return "lost";
    throw error;
  }
}

async function goRound(round: Round): Promise<SyncOutcome> {
  const { db, connection, clock } = round;
  try {
    let { isBehind, movedMoney } = await followFeed(round);
    // What is told of meanwhile does not wait for the rest of the round.
    const lookAgain = async () => {
      if (!(await round.lease?.isWanted())) return;
      const again = await followFeed(round);
      isBehind = again.isBehind;
      movedMoney ||= again.movedMoney;
    };
    await readDue(round, lookAgain);
    await proveDue(round, lookAgain);
    for (const readAround of [readUnseen, readSubjects, readContracts, readJobs, readPayments]) {
      await lookAgain();
      await readAround(round);
    }
    await lookAgain();
    await readLedger(round, { isMoved: movedMoney });
    // The last, so that it shows what any of them moved.
    await readCredits(round, { isMoved: movedMoney });
    await noteSuccess(round, { isBehind });
    await checkTokens({ db, connection, now: clock() });
    return isBehind ? "behind" : "ok";
  } catch (error) {
    if (!(error instanceof RoundStopped)) throw error;
    await noteFailure(round, error.failure);
    // It may be one of its scopes that was taken away.
    const { kind, why } = error.failure;
    if (kind === "refused") await checkTokens({ db, connection, now: clock(), isForced: why === "scope" });
    return "stopped";
  }
}

/** Where no token is of this account any more, one that has come back to it may be. */
async function readerOf(input: SyncInput, connection: ConnectionRow, now: Date): Promise<Reader | null> {
  const { db } = input;
  const reader = await openReader(db, connection);
  if (reader) return reader;
  await checkTokens({ db, connection, now });
  const another = await openReader(db, connection);
  if (!another) await noteNothingToReadWith(input, connection, now);
  return another;
}
