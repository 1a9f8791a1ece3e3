import { setTimeout as wait } from "node:timers/promises";
import { UntilDone } from "@/lib/recorder/memory/until-done";
import { within } from "@/lib/recorder/memory/within";
import type { Asked } from "@/lib/services/asks/asked";
import { settleNoted } from "@/lib/services/asks/settle-noted";
import { listNoted } from "@/lib/store/asks/noted";
import { isOfConnection } from "@/lib/store/is-fault";
import type { Db } from "@/lib/store/pool";
import type { AskRow } from "@/lib/store/schema";

type Settings = {
  keeper: string;
  clock: () => Date;
  signal: AbortSignal;
  /** No agent waits longer than that for its own answer to be settled. */
  deadlineMs: number;
  inStore: (work: (db: Db) => Promise<void>) => Promise<void>;
};

/** Agents that wait go first: what is noted is settled as soon as none has asked for so long, and at the latest then. */
const calmMs = 10;
const longestPauseMs = 100;
/** Of what is settled between two such pauses. */
const settledAtOnce = 5;
/** With an answer that lies there for longer there are no pauses any more. */
const behindMs = 250;
/** With more than that agents wait until theirs is settled: they would ask faster than can be listed. */
const mostUnsettled = 50;
/** Nobody waits for what is settled. */
const settleDeadlineMs = 20_000;
/** Before a workspace is tried again of which one could not be settled. */
const firstRestMs = 100;
const longestRestMs = 2_000;

type Unsettled = { workspaceId: string; notedAt: number; settled: () => void };
type Rest = { failures: number; until: number };

/** Makes of the answers this web has noted what they say, on the side and of each workspace in turn. */
export class Settling {
  readonly #settings: Settings;
  readonly #work: UntilDone;
  /** The oldest first. The rows themselves are the queue: what is only in them is settled as well. */
  readonly #unsettled = new Map<string, Unsettled>();
  readonly #resting = new Map<string, Rest>();
  #isNoted = false;
  #askedAt = Number.NEGATIVE_INFINITY;
  #ring: () => void = () => undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#work = new UntilDone({
      isDone: () => !this.#isNoted && this.#resting.size === 0,
      turn: () => settings.inStore((db) => this.#turn(db)),
      signal: settings.signal,
    });
  }

  /** An agent waits for us. */
  asked(): void {
    this.#askedAt = performance.now();
  }

  /** An answer lies in the database. Its agent goes on at once, unless too many do. */
  async noted({ id, workspaceId }: Pick<Asked, "id" | "workspaceId">): Promise<void> {
    const settled = new Promise<void>((resolve) => {
      this.#unsettled.set(id, { workspaceId, notedAt: performance.now(), settled: resolve });
    });
    this.#isNoted = true;
    this.#ring();
    this.#work.wake();
    if (this.#unsettled.size <= mostUnsettled || this.#resting.has(workspaceId)) return;
    await within(settled, this.#settings.deadlineMs).catch(() => undefined);
  }

  /** What was noted is listed. */
  rested(): Promise<void> {
    return this.#work.rested();
  }

  async #turn(db: Db): Promise<void> {
    if (!this.#isNoted) await this.#untilOneHasRested();
    await this.#pause();
    this.#isNoted = false;
    const { keeper, clock } = this.#settings;
    const resting = this.#restingNow();
    const before = [...this.#unsettled.keys()];
    try {
      const noted = await listNoted(db, keeper, settledAtOnce, resting);
      const failures = await within(settleNoted(db, noted, clock), settleDeadlineMs);
      const failed = new Set(failures.map(({ workspaceId }) => workspaceId));
      this.#note(noted, failed);
      if (noted.length === settledAtOnce) this.#isNoted = true;
      else this.#forget(before, new Set([...resting, ...failed]));
      const lost = failures.find(({ error }) => isOfConnection(error));
      if (lost) throw lost.error;
    } catch (error) {
      this.#isNoted = true;
      throw error;
    }
  }

  /** One that fails holds up its own workspace alone, and that one longer each time. */
  #note(noted: AskRow[], failed: ReadonlySet<string>): void {
    for (const { id, workspaceId } of noted) {
      if (failed.has(workspaceId)) continue;
      this.#settled(id);
      this.#resting.delete(workspaceId);
    }
    for (const workspaceId of failed) {
      const failures = (this.#resting.get(workspaceId)?.failures ?? 0) + 1;
      const restMs = Math.min(longestRestMs, firstRestMs * 2 ** Math.min(failures - 1, 10));
      this.#resting.set(workspaceId, { failures, until: performance.now() + restMs });
    }
  }

  /** All there is was listed: the rest was settled by somebody else. */
  #forget(before: string[], held: ReadonlySet<string>): void {
    for (const id of before) if (!held.has(this.#unsettled.get(id)?.workspaceId ?? "")) this.#settled(id);
    for (const workspaceId of this.#resting.keys())
      if (!held.has(workspaceId)) this.#resting.delete(workspaceId);
  }

  #settled(id: string): void {
    this.#unsettled.get(id)?.settled();
    this.#unsettled.delete(id);
  }

  #restingNow(): string[] {
    const now = performance.now();
    return [...this.#resting].flatMap(([workspaceId, { until }]) => (until > now ? [workspaceId] : []));
  }

  #isBehind(): boolean {
    const resting = new Set(this.#restingNow());
    for (const { workspaceId, notedAt } of this.#unsettled.values()) {
      if (!resting.has(workspaceId)) return performance.now() - notedAt > behindMs;
    }
    return false;
  }

  async #pause(): Promise<void> {
    const { signal } = this.#settings;
    const latest = performance.now() + longestPauseMs;
    for (let left = 1; left > 0 && !signal.aborted && !this.#isBehind(); ) {
      left = Math.min(this.#askedAt + calmMs, latest) - performance.now();
      if (left > 0) await wait(left, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Or until another one has something. */
  async #untilOneHasRested(): Promise<void> {
    const rung = new AbortController();
    this.#ring = () => rung.abort();
    const first = Math.min(...[...this.#resting.values()].map(({ until }) => until));
    const signal = AbortSignal.any([this.#settings.signal, rung.signal]);
    await wait(Math.max(0, first - performance.now()), undefined, { signal }).catch(() => undefined);
  }
}
