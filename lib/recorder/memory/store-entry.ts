import { clockOffset } from "@/lib/opentrain/clock-offset";
import type { Entry } from "@/lib/recorder/memory/entry";
import { beginAsk, type KeptBy } from "@/lib/services/asks/begin";
import { noteSeen } from "@/lib/services/asks/note-seen";
import { settleAsk } from "@/lib/services/asks/settle";
import type { Db } from "@/lib/store/pool";

/**
 * Into the database, in one commit. False when there is no place for it: its connection is gone. `now` is our
 * clock as it is stored, which for what lay in the spool is later than its answer.
 */
export async function storeEntry(db: Db, entry: Entry, by: KeptBy, now: Date): Promise<boolean> {
  switch (entry.kind) {
    case "begun":
      return beginAsk(db, entry.asked, by);
    case "became":
      return settleAsk({ db, asked: entry.asked, by, learned: entry.learned, ...clocksOf(entry, now) });
    case "seen":
      await noteSeen({ db, ...entry, ...clocksOf(entry, now) });
      return true;
  }
}

/** An answer shows OpenTrain's clock anew: it may have been moved since our last read. */
function clocksOf(entry: Exclude<Entry, { kind: "begun" }>, now: Date) {
  const { at, date } = entry;
  const sentAt = entry.kind === "became" ? entry.asked.at : at;
  const offset = (known: number) =>
    clockOffset(date?.toUTCString() ?? null, sentAt.getTime(), at.getTime(), known) ?? known;
  return {
    nowAt: (known: number) => new Date(now.getTime() + offset(known)),
    answeredAt: (known: number) => new Date(at.getTime() + offset(known)),
  };
}
