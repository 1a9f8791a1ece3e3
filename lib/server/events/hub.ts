import { log } from "@/lib/log";
import { everything, type Told, tellOnce } from "@/lib/server/events/told";
import { eventIdOf } from "@/lib/services/changes/event-id";
import { type Change, type Heard, hasSeen, type Position, type Watch } from "@/lib/services/changes/watch";

export type Reader = {
  sessionId: string;
  personId: string;
  workspaceId: string;
  /** With nothing told it only says where the stream stands. */
  tell: (told: readonly Told[], eventId: string) => void;
  beat: (eventId: string) => void;
  end: () => void;
};

/** Where a reader left off; `now` is nowhere yet, `unknown` is no place of ours. */
export type Since = Position | "now" | "unknown";

export type Hub = {
  join: (reader: Reader, since: Since) => "joined" | "too_many" | "away";
  leave: (reader: Reader) => void;
  stop: () => Promise<void>;
};

/** The first commit is told at once, those soon after it together; the rest is how quiet and how patient a stream is. */
export const usualPaces = { apartMs: 50, beatMs: 15_000, awayMs: 2_000, longestBackMs: 5_000 };
const mostOfOnePerson = 1_000;
const mostOfAll = 4_000;

/** `position`: what it was told on joining, which the next turn must not tell again. */
type Seat = { reader: Reader; position: Position | null };
type Newcomer = { reader: Reader; since: Since };

/**
 * All open streams of this web. One turn at a time reads what was committed since the last one, asks whose
 * sessions still live, and tells; whoever comes is seated between two turns, so that nothing falls between.
 */
export function startHub(open: (heard: Heard) => Promise<Watch>, paces = usualPaces): Hub {
  const seats = new Map<Reader, Seat>();
  const newcomers = new Map<Reader, Newcomer>();
  let watch: Watch | null = null;
  let position: Position | null = null;
  let mustCheckAll = false;
  let isStopped = false;
  let isAway = false;
  let awaySince: number | null = null;
  let failures = 0;
  let isWanted = false;
  let lastTurnAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let beats: NodeJS.Timeout | undefined;

  const heard: Heard = {
    onChanges: () => want(),
    onRights: () => {
      mustCheckAll = true;
      want();
    },
    onEnd: () => lost(new Error("the connection that listens ended")),
  };

  function want(): void {
    isWanted = true;
    if (isStopped || timer || running) return;
    timer = setTimeout(start, Math.max(0, lastTurnAt + paces.apartMs - performance.now()));
  }

  function start(): void {
    timer = undefined;
    isWanted = false;
    lastTurnAt = performance.now();
    running = turn().finally(() => {
      running = null;
      if (isWanted) want();
    });
  }

  async function turn(): Promise<void> {
    try {
      const from = watch ?? (await open(heard));
      watch = from;
      await tellSeated(from);
      await seatNewcomers(from);
      [failures, awaySince, isAway] = [0, null, false];
    } catch (error) {
      lost(error);
    }
  }

  /** A database that restarts is waited for; one that stays away leaves no stream open that says "live". */
  function lost(error: unknown): void {
    void watch?.close();
    watch = null;
    if (isStopped) return;
    awaySince ??= performance.now();
    if (!isAway && performance.now() - awaySince >= paces.awayMs) {
      isAway = true;
      log.warn({ error, streams: seats.size }, "the streams end, for the database is away");
      endAll();
    }
    mustCheckAll = true;
    failures += 1;
    const pause = Math.min(paces.longestBackMs, 100 * 2 ** Math.min(failures, 10));
    clearTimeout(timer);
    const again = () => {
      timer = undefined;
      want();
    };
    timer = setTimeout(again, pause * (0.75 + Math.random() / 2));
  }

  async function tellSeated(from: Watch): Promise<void> {
    if (seats.size === 0) {
      position = null;
      return;
    }
    const here = [...seats.values()];
    const workspaceIds = [...new Set(here.map(({ reader }) => reader.workspaceId))];
    const reading = await from.read(position, workspaceIds);
    const due = here.flatMap((seat) => {
      const told = reading.changes === null ? everything : tellOnce(newTo(seat, reading.changes));
      return told.length > 0 ? [{ seat, told }] : [];
    });
    // Asked after the changes were read: nobody is told of what was committed once they had to go.
    const checked = mustCheckAll ? here : due.map(({ seat }) => seat);
    mustCheckAll = false;
    await endStrangers(
      from,
      checked.map(({ reader }) => reader),
    );
    position = reading.position;
    for (const seat of here) seat.position = null;
    for (const { seat, told } of due) {
      if (seats.has(seat.reader)) seat.reader.tell(told, eventIdOf(seat.reader.workspaceId, position));
    }
  }

  /** Those who come back from one place at once, as after a restart, are one question. */
  async function seatNewcomers(from: Watch): Promise<void> {
    for (const group of alike([...newcomers.values()])) {
      const { reader: some, since } = group[0];
      const { workspaceId } = some;
      const reading = await from.read(typeof since === "string" ? null : since, [workspaceId]);
      const isLost = reading.changes === null || since === "unknown";
      const told = isLost ? everything : tellOnce(reading.changes ?? []);
      await endStrangers(
        from,
        group.map(({ reader }) => reader),
      );
      position ??= reading.position;
      for (const { reader } of group) {
        // Gone while the database was asked.
        if (!newcomers.delete(reader)) continue;
        seats.set(reader, { reader, position: reading.position });
        reader.tell(told, eventIdOf(workspaceId, reading.position));
      }
    }
  }

  async function endStrangers(from: Watch, asked: readonly Reader[]): Promise<void> {
    if (asked.length === 0) return;
    const living = await from.liveSessions([...new Set(asked.map(({ sessionId }) => sessionId))]);
    for (const reader of asked) {
      if (living.get(reader.sessionId) === reader.workspaceId) continue;
      leave(reader);
      reader.end();
    }
  }

  function leave(reader: Reader): void {
    seats.delete(reader);
    newcomers.delete(reader);
  }

  function endAll(): void {
    for (const reader of [...seats.keys(), ...newcomers.keys()]) {
      leave(reader);
      reader.end();
    }
  }

  /** What no notification tells is looked for as well: a session that ran out, a word that was lost. */
  function beat(): void {
    mustCheckAll = true;
    want();
    for (const seat of seats.values()) {
      const at = seat.position ?? position;
      if (at) seat.reader.beat(eventIdOf(seat.reader.workspaceId, at));
    }
  }

  return {
    join(reader, since) {
      if (isAway || isStopped) return "away";
      const all = [...seats.keys(), ...newcomers.keys()];
      const own = all.filter(({ personId }) => personId === reader.personId).length;
      if (own >= mostOfOnePerson || all.length >= mostOfAll) return "too_many";
      newcomers.set(reader, { reader, since });
      beats ??= setInterval(beat, paces.beatMs).unref();
      want();
      return "joined";
    },
    leave,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      clearInterval(beats);
      endAll();
      await running;
      await watch?.close();
    },
  };
}

function newTo({ reader, position }: Seat, changes: readonly Change[]): Change[] {
  return changes.filter(
    ({ workspaceId, madeIn }) =>
      workspaceId === reader.workspaceId && (position === null || !hasSeen(position, madeIn)),
  );
}

function alike(newcomers: readonly Newcomer[]): [Newcomer, ...Newcomer[]][] {
  const groups = new Map<string, [Newcomer, ...Newcomer[]]>();
  for (const one of newcomers) {
    const key = JSON.stringify([one.reader.workspaceId, one.since]);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}
