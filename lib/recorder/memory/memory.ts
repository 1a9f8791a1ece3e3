import { passFailpoint } from "@/lib/failpoint";
import { log } from "@/lib/log";
import type { Kept } from "@/lib/recorder/keeper";
import type { Entry } from "@/lib/recorder/memory/entry";
import type { NotStored } from "@/lib/recorder/memory/not-stored";
import { Settling } from "@/lib/recorder/memory/settling";
import type { SpooledEntry } from "@/lib/recorder/memory/spool/entry-text";
import type { Spool } from "@/lib/recorder/memory/spool/spool";
import { noteEntry, storeEntry } from "@/lib/recorder/memory/store-entry";
import { UntilDone } from "@/lib/recorder/memory/until-done";
import { TooLate, within } from "@/lib/recorder/memory/within";
import { isForNow, isOfConnection } from "@/lib/store/is-fault";
import type { Db } from "@/lib/store/pool";

/** A way to the database that can be given up and made anew. */
export type Store = { db: Db; close: () => Promise<void> };

type Settings = {
  keeper: string;
  spool: Spool;
  notStored: NotStored;
  /** Fails while the database is away. */
  openStore: () => Promise<Store>;
  clock?: () => Date;
  /** No agent waits longer than that for our database. */
  deadlineMs?: number;
};

const usualDeadlineMs = 2_000;
/** Nobody waits for what is drained. */
const drainDeadlineMs = 20_000;
/** At stop, for what is noted; the rest is settled by whoever comes next. */
const settleBeforeStopMs = 2_000;
/** A record the database refuses as often as that is given up: it would hold up all the others for ever. */
const mostTries = 5;

/** In the database while it answers in time, on disk while it does not, and by name nowhere when neither can. */
export class Memory {
  readonly #settings: Settings;
  readonly #clock: () => Date;
  readonly #stopping = new AbortController();
  readonly #catchUp: UntilDone;
  readonly #settling: Settling;
  #store: Store | null = null;
  #opening: Promise<Store> | null = null;
  #tries = { of: "", count: 0 };

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#clock = settings.clock ?? (() => new Date());
    const { signal } = this.#stopping;
    this.#catchUp = new UntilDone({
      isDone: () => this.#isCaughtUp(),
      turn: () => this.#inStore((db) => this.#drain(db)),
      signal,
    });
    const { keeper, deadlineMs = usualDeadlineMs } = settings;
    const inStore = (work: (db: Db) => Promise<void>) => this.#inStore(work);
    this.#settling = new Settling({ keeper, clock: this.#clock, signal, deadlineMs, inStore });
  }

  get waiting(): number {
    return this.#settings.spool.waiting;
  }

  async damagedFiles(): Promise<number> {
    return this.#settings.spool.damagedFiles();
  }

  async open(): Promise<void> {
    const { spool, notStored } = this.#settings;
    await spool.open().catch((error: unknown) => log.error({ error }, "there is no spool"));
    await notStored
      .open(this.#clock())
      .catch((error: unknown) => log.error({ error }, "there is nothing to note the times in"));
    this.#store = await this.#settings.openStore().catch(() => null);
    this.#catchUp.wake();
  }

  async keep(entry: Entry): Promise<Kept> {
    if (entry.kind !== "seen") this.#settling.asked();
    const stored = await this.#tryToStore(entry);
    if (stored && entry.kind === "became") await this.#settling.noted(entry.asked);
    if (stored !== null) return stored ? "stored" : "not-stored";
    // The next look at the same approval says it again.
    if (entry.kind === "seen") return "not-stored";
    const isSpooled = await this.#settings.spool.append(entry);
    if (!isSpooled) await this.#lose(entry);
    this.#catchUp.wake();
    return isSpooled ? "spooled" : "not-stored";
  }

  /** What was noted is listed. */
  settled(): Promise<void> {
    return this.#settling.rested();
  }

  /** Whatever could not be stored by now stays in the spool for whoever comes next. */
  async close(): Promise<void> {
    await within(this.settled(), settleBeforeStopMs).catch(() => undefined);
    this.#stopping.abort();
    await this.settled();
    await this.#catchUp.rested();
    await this.#settings.spool.close();
    await this.#settings.notStored.close();
    await this.#store?.close().catch(() => undefined);
  }

  /** Null when the database did not take it in time. */
  async #tryToStore(entry: Entry): Promise<boolean | null> {
    const store = this.#store;
    if (!store) return null;
    const { keeper, deadlineMs = usualDeadlineMs } = this.#settings;
    const by = { kept: "stored", keeper } as const;
    const noting = noteEntry(store.db, entry, by, this.#clock);
    try {
      return await within(noting, deadlineMs);
    } catch (error) {
      if (entry.kind === "became")
        void noting.then(
          () => this.#settling.noted(entry.asked),
          () => undefined,
        );
      log.warn({ error, kind: entry.kind }, "the database did not take what passed through the recorder");
      if (isLost(error)) this.#giveUp(store);
      return null;
    }
  }

  /** Calls that hang in it must not hold up the next ones; what it commits all the same is there once. */
  #giveUp(store: Store): void {
    if (this.#store !== store) return;
    this.#store = null;
    void store.close().catch(() => undefined);
  }

  async #lose(entry: SpooledEntry): Promise<void> {
    const { workspaceId, action } = entry.asked;
    log.error({ workspaceId, action }, "a request could be kept neither in the database nor on disk");
    await this.#settings.notStored.note(workspaceId, this.#clock());
  }

  #isCaughtUp(): boolean {
    return this.#store !== null && this.waiting === 0 && !this.#settings.notStored.isAny;
  }

  /** Where the database is, or as soon as it can be reached. One that does not take it is given up. */
  async #inStore(work: (db: Db) => Promise<void>): Promise<void> {
    const store = this.#store ?? (await this.#open());
    try {
      await work(store.db);
    } catch (error) {
      if (isLost(error)) this.#giveUp(store);
      throw error;
    }
  }

  async #open(): Promise<Store> {
    this.#opening ??= this.#settings.openStore().finally(() => {
      this.#opening = null;
    });
    this.#store = await this.#opening;
    return this.#store;
  }

  async #drain(db: Db): Promise<void> {
    await this.#settings.spool.drain({
      entry: (entry, keeper) => this.#drainOne(db, entry, keeper),
      lost: (since) => this.#settings.notStored.noteEverybody(since, this.#clock()),
    });
    if (!this.#settings.notStored.isAny) return;
    passFailpoint("gap-before-written");
    await this.#settings.notStored.tell(db);
  }

  async #drainOne(db: Db, entry: SpooledEntry, keeper: string): Promise<void> {
    this.#stopping.signal.throwIfAborted();
    const of = `${entry.kind} ${entry.asked.id}`;
    try {
      const by = { kept: "spooled", keeper } as const;
      await within(storeEntry(db, entry, by, this.#clock), drainDeadlineMs);
    } catch (error) {
      if (error instanceof TooLate || isForNow(error)) throw error;
      this.#tries = { of, count: this.#tries.of === of ? this.#tries.count + 1 : 1 };
      if (this.#tries.count < mostTries) throw error;
      log.error({ error, kind: entry.kind }, "the database refuses a record of the spool; it is given up");
      await this.#lose(entry);
    }
    passFailpoint("spool-record-stored");
  }
}

/** The way to the database, not what was to go there. */
function isLost(error: unknown): boolean {
  return error instanceof TooLate || isOfConnection(error);
}
