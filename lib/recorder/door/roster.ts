import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Place } from "@/lib/recorder/keeper";

/** An account that is connected here. */
export type Connected = Place & { accountKey: string; kind: "sandbox" | "real" };

/** Who is connected, as it was last read. */
export type Places = {
  find: (origin: string, accountKey: string) => Place | null;
  /** Where the open sandbox workspace's account is; null while none is open. */
  sandbox: string | null;
};

export type RosterSources = {
  read: () => Promise<Connected[]>;
  /** What was kept of an earlier reading, for while the database is away. */
  recall: () => Promise<Connected[] | null>;
  keep: (connected: Connected[]) => Promise<void>;
  /** Milliseconds of a clock that does not go back. */
  now: () => number;
};

const freshMs = 2_000;
/** As long as one reading may take, what was read before still counts: a disconnected account passes no longer. */
const staleMs = 5_000;
const tryAgainMs = 1_000;
/** For somebody who is not known: an account may have been connected a moment ago. */
const lookAgainMs = 250;

/** The connected accounts in memory, read again while agents call; a database that is away takes none of them. */
export class Roster {
  readonly #sources: RosterSources;
  #places: Places | null = null;
  #readAt = Number.NEGATIVE_INFINITY;
  #failedAt = Number.NEGATIVE_INFINITY;
  #beganAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(sources: RosterSources) {
    this.#sources = sources;
  }

  /** At once where it is known; 503 where nothing is known at all. */
  current(): Places | Promise<Places> {
    const now = this.#sources.now();
    if (this.#places && now - this.#readAt < freshMs) return this.#places;
    if (now - this.#failedAt >= tryAgainMs) void this.refresh();
    const isKnownAway = now - this.#failedAt < staleMs;
    if (this.#places && (isKnownAway || now - this.#readAt < staleMs)) return this.#places;
    return this.#awaited();
  }

  /** As it is from now on; what was known before while the database is away. */
  async latest(): Promise<Places> {
    if (this.#sources.now() - this.#failedAt >= tryAgainMs) {
      this.#next ??= this.#readNext();
      await this.#next;
    }
    return this.#awaited();
  }

  /** Shared until it begins, and not before the last one is a moment ago: nobody makes the database busy. */
  async #readNext(): Promise<void> {
    await pause(Math.max(0, this.#beganAt + lookAgainMs - this.#sources.now()));
    await this.#reading;
    this.#next = null;
    await this.refresh();
  }

  /** One reading at a time, whoever asks for it. */
  refresh(): Promise<void> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #awaited(): Promise<Places> {
    await this.#reading;
    if (this.#places) return this.#places;
    throw new AppError("INTERNAL_ERROR", { status: 503, reason: "database" });
  }

  async #read(): Promise<void> {
    const { read, recall, keep, now } = this.#sources;
    this.#beganAt = now();
    try {
      const connected = await read();
      this.#places = placesOf(connected);
      this.#readAt = now();
      this.#failedAt = Number.NEGATIVE_INFINITY;
      await keep(connected);
    } catch (error) {
      if (this.#failedAt === Number.NEGATIVE_INFINITY) {
        log.warn(
          { error },
          "the connected accounts could not be read; the ones known before are let through",
        );
      }
      if (!this.#places) {
        const recalled = await recall();
        if (recalled) this.#places = placesOf(recalled);
      }
      this.#failedAt = now();
    }
  }
}

function placesOf(connected: Connected[]): Places {
  const byAccount = new Map<string, Place>();
  for (const { accountKey, kind: _, ...place } of connected) {
    byAccount.set(`${place.origin}\n${accountKey}`, place);
  }
  return {
    find: (origin, accountKey) => byAccount.get(`${origin}\n${accountKey}`) ?? null,
    sandbox: connected.findLast(({ kind }) => kind === "sandbox")?.origin ?? null,
  };
}
