import { withoutSecrets } from "@/lib/domain/secrets";
import { storableText } from "@/lib/domain/storable";
import { log } from "@/lib/log";
import { type NewCall, writeCall, writeStrayCall } from "@/lib/store/callers";
import type { Db } from "@/lib/store/pool";
import type { CallOutcome, StrayDoor } from "@/lib/store/schema";

export type { CallOutcome };

export type Call = Omit<NewCall, "calls">;
type Write = { calls: number; write: (calls: number) => Promise<void> };

const restMs = 1_000;
const mostWaiting = 500;
const longestName = 80;

/**
 * Who called, on the side: nobody waits for it and nothing fails with it. The first of several is written at
 * once, so that whoever watches sees it arrive; those right behind it as one, a second later.
 */
export class CallNotes {
  readonly #db: Db;
  readonly #resting = new Map<string, Write | null>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #underWay = new Set<Promise<void>>();

  constructor(db: Db) {
    this.#db = db;
  }

  note(call: Call): void {
    const { workspaceId, way, keyId, outcome } = call;
    const agentName = call.agentName && storableText(withoutSecrets(call.agentName), longestName);
    // Gathered by what came of them too, since that is counted. What an agent calls itself stands last, so that
    // it cannot be taken for anything else.
    const who = `${workspaceId} ${way} ${keyId} ${outcome} ${agentName}`;
    this.#take(who, (calls) => writeCall(this.#db, { ...call, agentName, calls }));
  }

  noteStray(door: StrayDoor, why: string, at: Date): void {
    this.#take(`${door} ${why}`, (calls) => writeStrayCall(this.#db, { door, why, at, calls }));
  }

  /** Everything noted so far is written. */
  async settled(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    const waiting = [...this.#resting.values()];
    this.#resting.clear();
    for (const one of waiting) if (one) void this.#write(one);
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #take(who: string, write: Write["write"]): void {
    const waiting = this.#resting.get(who);
    if (waiting) {
      waiting.calls += 1;
      waiting.write = write;
      return;
    }
    if (waiting === null) {
      this.#resting.set(who, { calls: 1, write });
      return;
    }
    if (this.#resting.size >= mostWaiting) return;
    this.#resting.set(who, null);
    void this.#write({ calls: 1, write }).then(() => this.#restFrom(who));
  }

  /** From the end of a write, so that a slow database is not asked once more each second. */
  #restFrom(who: string): void {
    if (!this.#resting.has(who)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      const waiting = this.#resting.get(who);
      if (!waiting) {
        this.#resting.delete(who);
        return;
      }
      this.#resting.set(who, null);
      void this.#write(waiting).then(() => this.#restFrom(who));
    }, restMs);
    timer.unref();
    this.#timers.add(timer);
  }

  #write({ calls, write }: Write): Promise<void> {
    const done: Promise<void> = write(calls)
      .catch((error: unknown) => log.info({ error }, "who called could not be noted"))
      .finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
    return done;
  }
}

const notes = new WeakMap<Db, CallNotes>();

/** The one of this process. */
export function callNotes(db: Db): CallNotes {
  const known = notes.get(db) ?? new CallNotes(db);
  notes.set(db, known);
  return known;
}
