import type { Entry } from "@/lib/recorder/memory/entry";
import { type Shown, TheirClocks } from "@/lib/recorder/memory/their-clocks";
import { beginAsk, type KeptBy } from "@/lib/services/asks/begin";
import { noteSeen } from "@/lib/services/asks/note-seen";
import { settleAsk } from "@/lib/services/asks/settle";
import type { Db } from "@/lib/store/pool";

/**
 * Into the database, in one commit. False when there is no place for it: its connection is gone. `now` is our
 * clock as it is stored, which for what lay in the spool is later than its answer.
 */
export async function storeEntry(
  db: Db,
  entry: Entry,
  by: KeptBy,
  now: Date,
  clocks = new TheirClocks(),
): Promise<boolean> {
  switch (entry.kind) {
    case "begun":
      return beginAsk(db, entry.asked, by);
    case "became":
      return settleAsk({
        db,
        asked: entry.asked,
        by,
        learned: entry.learned,
        ...clocksOf(entry, now, clocks),
      });
    case "seen":
      await noteSeen({ db, ...entry, ...clocksOf(entry, now, clocks) });
      return true;
  }
}

/** An answer shows OpenTrain's clock anew: it may have been moved since our last read. */
function clocksOf(entry: Exclude<Entry, { kind: "begun" }>, now: Date, clocks: TheirClocks) {
  const offset = (known: number) => clocks.offset(connectionOf(entry), shownBy(entry), known);
  return {
    nowAt: (known: number) => new Date(now.getTime() + offset(known)),
    answeredAt: (known: number) => new Date(entry.at.getTime() + offset(known)),
  };
}

function shownBy(entry: Exclude<Entry, { kind: "begun" }>): Shown {
  const { at, date } = entry;
  if (entry.kind === "seen") return { sentAt: at, at, date, approval: entry.approval };
  const { asked, learned } = entry;
  return { sentAt: asked.at, at, date, approval: learned.kind === "accepted" ? learned.approval : null };
}

function connectionOf(entry: Exclude<Entry, { kind: "begun" }>): string {
  return entry.kind === "seen" ? entry.connectionId : entry.asked.connectionId;
}
