import { log } from "@/lib/log";
import { readNoted } from "@/lib/services/asks/kept-answer";
import { noteUnknown } from "@/lib/services/asks/note-unknown";
import { settleAsk } from "@/lib/services/asks/settle";
import { connectionNow } from "@/lib/services/connections/connection-now";
import { countSettleTry, takeAnswer } from "@/lib/store/asks/noted";
import { findConnectionById } from "@/lib/store/connections/rows";
import { isForNow } from "@/lib/store/is-fault";
import { lockWorkspace } from "@/lib/store/locks";
import type { Db } from "@/lib/store/pool";
import type { AskRow } from "@/lib/store/schema";
import { closeGap, openGap } from "@/lib/store/watch-gaps";

/** Of several workspaces at a time; pages and agents want the database as well. */
const workspacesAtOnce = 3;
/** An answer that cannot be settled as often as that is given up: it would hold up all the others for ever. */
const mostTries = 5;
/** A request takes no time at all; a time of none would be nowhere. */
const shortestGapMs = 1_000;

type Failure = { workspaceId: string; error: unknown };

/**
 * Makes of answers that were noted what they say, in the order of each workspace. One that fails stays noted, and
 * so do those behind it; of which workspace it is, is given back.
 */
export async function settleNoted(db: Db, noted: AskRow[], clock: () => Date): Promise<Failure[]> {
  const queues = byWorkspace(noted);
  const failures: Failure[] = [];
  const lane = async () => {
    for (let next = queues.shift(); next; next = queues.shift()) {
      const [workspaceId, queue] = next;
      try {
        for (const ask of queue) await settleOne(db, ask, clock);
      } catch (error) {
        log.warn({ error }, "what OpenTrain answered is noted and could not be settled yet");
        failures.push({ workspaceId, error });
      }
    }
  };
  await Promise.all(Array.from({ length: workspacesAtOnce }, lane));
  return failures;
}

async function settleOne(db: Db, ask: AskRow, clock: () => Date): Promise<void> {
  try {
    const { askedAt, ...answer } = readNoted(ask.answer);
    await settleAsk({ db, asked: { ...ask, at: askedAt }, by: ask, answer, clock, isNoted: true });
  } catch (error) {
    // A database that is away counts nothing.
    if (isForNow(error) || (await countSettleTry(db, ask)) < mostTries) throw error;
    log.error({ error, askId: ask.id }, "an answer cannot be settled; it is given up");
    await giveUp(db, ask, clock());
  }
}

function byWorkspace(noted: AskRow[]): [workspaceId: string, queue: AskRow[]][] {
  const queues = new Map<string, AskRow[]>();
  for (const ask of noted) queues.set(ask.workspaceId, [...(queues.get(ask.workspaceId) ?? []), ask]);
  return [...queues];
}

/** Were the database to refuse even to mark it, at least it is out of the way and its time is told. */
async function giveUp(db: Db, ask: AskRow, now: Date): Promise<void> {
  try {
    await leaveUnknown(db, ask, now, { isMarked: true });
  } catch (error) {
    if (isForNow(error)) throw error;
    log.error({ error, askId: ask.id }, "a request cannot be marked as unanswered");
    await leaveUnknown(db, ask, now, { isMarked: false });
  }
}

/** From here on it is one that nobody saw answered, and the time of its asking a gap. */
async function leaveUnknown(
  db: Db,
  ask: AskRow,
  now: Date,
  { isMarked }: { isMarked: boolean },
): Promise<void> {
  const { id, workspaceId, connectionId, askedAt, answeredAt } = ask;
  const connection = await findConnectionById(db, connectionId);
  const answered = connectionNow(connection, answeredAt ?? now).getTime();
  const gap = { workspaceId, source: `answer ${id}` };
  await db.transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId);
    if (!(await takeAnswer(tx, ask))) return;
    if (isMarked) await noteUnknown(tx, ask, connectionNow(connection, now));
    await openGap(tx, { ...gap, why: "recorder_not_stored", fromAt: askedAt });
    const untilAt = new Date(Math.max(answered, askedAt.getTime() + shortestGapMs));
    await closeGap(tx, { ...gap, untilAt });
  });
}
