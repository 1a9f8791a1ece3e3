import type { Entry } from "@/lib/recorder/memory/entry";
import { beginAsk, type KeptBy } from "@/lib/services/asks/begin";
import { noteAnswer } from "@/lib/services/asks/note-answer";
import { noteSeen } from "@/lib/services/asks/note-seen";
import { settleAsk } from "@/lib/services/asks/settle";
import type { Db } from "@/lib/store/pool";

/**
 * Into the database while an agent waits for it: one statement and one commit, and an answer is settled after.
 * False when there is no place for it: its connection is gone.
 */
export async function noteEntry(db: Db, entry: Entry, by: KeptBy, clock: () => Date): Promise<boolean> {
  if (entry.kind !== "became") return storeEntry(db, entry, by, clock);
  const { asked, learned, at, date, isWitnessed } = entry;
  return noteAnswer(db, asked, by, { learned, at, date, isWitnessed });
}

/** Whole, where nobody waits: an answer is settled at once. */
export async function storeEntry(db: Db, entry: Entry, by: KeptBy, clock: () => Date): Promise<boolean> {
  switch (entry.kind) {
    case "begun":
      return beginAsk(db, entry.asked, by);
    case "became":
      return settleAsk({ db, asked: entry.asked, by, answer: entry, clock });
    case "seen":
      await noteSeen(db, entry, clock());
      return true;
  }
}
