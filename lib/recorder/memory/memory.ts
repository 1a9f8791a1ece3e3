import { setTimeout as wait } from "node:timers/promises";
import { passFailpoint } from "@/lib/failpoint";
import { log } from "@/lib/log";
import type { Kept } from "@/lib/recorder/keeper";
import type { Entry } from "@/lib/recorder/memory/entry";
import { isFault } from "@/lib/recorder/memory/is-fault";
import type { NotStored } from "@/lib/recorder/memory/not-stored";
import type { SpooledEntry } from "@/lib/recorder/memory/spool/entry-text";
import type { Spool } from "@/lib/recorder/memory/spool/spool";
import { storeEntry } from "@/lib/recorder/memory/store-entry";
import { TheirClocks } from "@/lib/recorder/memory/their-clocks";
import { within } from "@/lib/recorder/memory/within";
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
const firstWaitMs = 100;
const longestWaitMs = 2_000;
/** A record the database refuses as often as that is given up: it would hold up all the others for ever. */
const mostTries = 5;

/** In the database while it answers in time, on disk while it does not, and by name nowhere when neither can. */
export class Memory {
  readonly #settings: Settings;
  readonly #clock: () => Date;
  readonly #theirClocks = new TheirClocks();
  readonly #stopping = new AbortController();
  #store: Store | null = null;
  #catchingUp: Promise<void> | null = null;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#clock = settings.clock ?? (() => new Date());
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
    if (!this.#isCaughtUp()) this.#catchUp();
  }

  async keep(entry: Entry): Promise<Kept> {
    const stored = await this.#tryToStore(entry);
    if (stored !== null) return stored ? "stored" : "not-stored";
    // The next look at the same approval says it again.
    if (entry.kind === "seen") return "not-stored";
    const isSpooled = await this.#settings.spool.append(entry);
    if (!isSpooled) await this.#lose(entry);
    this.#catchUp();
    return isSpooled ? "spooled" : "not-stored";
  }

  /** Whatever could not be stored by now stays in the spool for whoever comes next. */
  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#catchingUp;
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
    try {
      return await within(storeEntry(store.db, entry, by, this.#clock(), this.#theirClocks), deadlineMs);
    } catch (error) {
      log.warn({ error, kind: entry.kind }, "the database did not take what passed through the recorder");
      if (!isFault(error)) this.#giveUp(store);
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

  /** One at a time, until everything is where it belongs. */
  #catchUp(): void {
    this.#catchingUp ??= this.#keepTrying().finally(() => {
      this.#catchingUp = null;
      if (!this.#isCaughtUp() && !this.#stopping.signal.aborted) this.#catchUp();
    });
  }

  async #keepTrying(): Promise<void> {
    const { signal } = this.#stopping;
    const tries = { of: "", count: 0 };
    for (let failures = 0; !this.#isCaughtUp() && !signal.aborted; ) {
      try {
        this.#store ??= await this.#settings.openStore();
        const { db } = this.#store;
        await this.#settings.spool.drain({
          entry: (entry, keeper) => this.#drainOne(db, entry, keeper, tries),
          lost: (since) => this.#settings.notStored.noteEverybody(since, this.#clock()),
        });
        if (this.#settings.notStored.isAny) {
          passFailpoint("gap-before-written");
          await this.#settings.notStored.tell(db);
        }
        failures = 0;
      } catch (error) {
        if (this.#store && !isFault(error)) this.#giveUp(this.#store);
        const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures, 10));
        failures += 1;
        await wait(waitMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #drainOne(
    db: Db,
    entry: SpooledEntry,
    keeper: string,
    tries: { of: string; count: number },
  ): Promise<void> {
    this.#stopping.signal.throwIfAborted();
    const of = `${entry.kind} ${entry.asked.id}`;
    try {
      const by = { kept: "spooled", keeper } as const;
      await within(storeEntry(db, entry, by, this.#clock(), this.#theirClocks), drainDeadlineMs);
    } catch (error) {
      if (!isFault(error)) throw error;
      Object.assign(tries, { of, count: tries.of === of ? tries.count + 1 : 1 });
      if (tries.count < mostTries) throw error;
      log.error({ error, kind: entry.kind }, "the database refuses a record of the spool; it is given up");
      await this.#lose(entry);
    }
    passFailpoint("spool-record-stored");
  }
}
