import type { LedgerEntry } from "@/lib/opentrain/map-money";
import { problemOfFailure } from "@/lib/services/approvals/problem-of-failure";
import { storableInstant } from "@/lib/services/approvals/storable-instant";
import { findFeed, updateFeed } from "@/lib/store/feeds";
import { storeLedger } from "@/lib/store/ledger";
import { forgetUnread, noteUnread, ONLY } from "@/lib/store/unread";
import { callsLeft, demandLease, placeOf, type Round, readOrStop } from "@/lib/sync/round";

const everyMs = 10 * 60_000;
/** Of a hundred entries each, until what is known is met. */
const pagesAtOnce = 3;
const fromTheNewest = "";

/**
 * OpenTrain's ledger, newest first: after anything that moves money, and now and again, until what is known is
 * met. What is older and was not reached stays noted, and is read on from there with the next round.
 */
export async function readLedger(round: Round, { isMoved }: { isMoved: boolean }): Promise<void> {
  const { db, connection, clock } = round;
  const feed = await findFeed(db, connection.id);
  const isDue = feed.ledgerAskedAt === null || clock().getTime() - feed.ledgerAskedAt.getTime() >= everyMs;
  let older = feed.ledgerOlder;
  if (isMoved || isDue) older = await readNewest(round, older);
  // What had to begin anew does so now and again, not with every round.
  if (older === fromTheNewest && !isDue) return;
  // A long past takes a page of each round, so that it costs what waits nothing.
  if (older === null || callsLeft(round) <= 0) return;
  const read = await readPage(round, older);
  if (read) await keep(round, read.entries, { ledgerOlder: read.nextCursor });
}

/** Gives back where what is older and not read yet goes on. */
async function readNewest(round: Round, older: string | null): Promise<string | null> {
  const { connection, db, clock } = round;
  await updateFeed(db, connection.id, { ledgerAskedAt: clock() });
  let cursor = fromTheNewest;
  for (let page = 0; page < pagesAtOnce && callsLeft(round) > 0; page += 1) {
    const read = await readPage(round, cursor);
    if (read === null) return null;
    const { entries, nextCursor } = read;
    const { at } = placeOf(round);
    // Until the known is met, everything below is to be read: whoever dies here leaves that written down.
    const added = await keep(round, entries, { ledgerOlder: nextCursor, ledgerReadAt: at });
    if (nextCursor === null || added < entries.length) {
      const left = nextCursor === null ? null : older;
      await updateFeed(db, connection.id, { ledgerOlder: left });
      return left;
    }
    cursor = nextCursor;
  }
  return cursor === fromTheNewest ? older : cursor;
}

async function readPage(
  round: Round,
  from: string,
): Promise<{ entries: LedgerEntry[]; nextCursor: string | null } | null> {
  const { db, connection } = round;
  const { workspaceId } = connection;
  const cursor = from === fromTheNewest ? null : from;
  const answer = await readOrStop(round, (client) => client.listLedger({ cursor }));
  if (!answer.ok) {
    const why = problemOfFailure(answer.failure);
    await noteUnread(db, workspaceId, [{ kind: "ledger", id: ONLY, why }], placeOf(round).at);
    // A place that is none any more: all of it is read once more.
    if (cursor !== null && answer.failure.why === "rejected") {
      await updateFeed(db, connection.id, { ledgerOlder: fromTheNewest });
    }
    return null;
  }
  await forgetUnread(db, workspaceId, "ledger", [ONLY]);
  const { entries, nextCursor } = answer.value;
  return { entries, nextCursor: nextCursor === cursor || nextCursor === "" ? null : nextCursor };
}

/** Entries and the place they end at: both, or neither. Says how many were new. */
async function keep(
  round: Round,
  entries: LedgerEntry[],
  place: { ledgerOlder: string | null; ledgerReadAt?: Date },
): Promise<number> {
  const { db, connection } = round;
  const { workspaceId } = connection;
  const readAt = placeOf(round).at;
  const once = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  const repeated = entries.length - once.length;
  return db.transaction(async (tx) => {
    await demandLease(round, tx);
    const added = await storeLedger(
      tx,
      once.map((entry) => ({ ...entry, workspaceId, createdAt: storableInstant(entry.createdAt), readAt })),
    );
    await updateFeed(tx, connection.id, place);
    return added + repeated;
  });
}
