import type { OpenTrainFailure } from "@/lib/opentrain/failures";
import { openReader } from "@/lib/services/connections/open-reader";
import { patientBudget } from "@/lib/services/connections/shared-budget";
import { type Item, nextItems } from "@/lib/store/backfills/items";
import { findBackfill, updateBackfill } from "@/lib/store/backfills/rows";
import { findConnectionById } from "@/lib/store/connections/rows";
import type { Db } from "@/lib/store/pool";
import type { BackfillRow } from "@/lib/store/schema";
import { applyBatch } from "@/lib/sync/backfill/apply-batch";
import { collect } from "@/lib/sync/backfill/collect";
import { finish } from "@/lib/sync/backfill/finish";
import { type Batch, readBatch } from "@/lib/sync/backfill/read-batch";
import { holdFor, type Sizes, usualSizes, type Walk } from "@/lib/sync/backfill/walk";
import { readContracts, readJobs } from "@/lib/sync/read-surroundings";
import { RoundStopped } from "@/lib/sync/round";

export type BackfillInput = {
  db: Db;
  connectionId: string;
  clock?: () => Date;
  random?: () => number;
  /** So long one stretch works, so that nothing else waits for it for longer. */
  stretchMs?: number;
  budgetOf?: typeof patientBudget;
  sizes?: Sizes;
};

/** `againInMs` null: there is nothing left to do. */
export type Stretch = { againInMs: number | null };

const firstWaitMs = 1_000;
const longestWaitMs = 5 * 60_000;
/** When the calls of a minute are used up. */
const turnMs = 1_000;
const noTokenMs = 60_000;
/** It asks hundreds of times a second; a token that was taken away is used for no longer than that. */
const lookEveryMs = 200;
const betweenTriesMs = 15_000;
/** For the job to come round after its wait. */
const spareMs = 30_000;

/**
 * One stretch of reading an account's history; stopped anywhere, the next one goes on from there and doubles
 * nothing.
 */
export async function backfill(input: BackfillInput): Promise<Stretch> {
  const { db, connectionId, clock = () => new Date(), stretchMs = 2_000, sizes = usualSizes } = input;
  const connection = await findConnectionById(db, connectionId);
  const row = await findBackfill(db, connectionId);
  if (connection?.state !== "open" || !row || !isUnfinished(row)) return { againInMs: null };
  const reader = await openReader(db, connection, {
    budgetOf: input.budgetOf ?? patientBudget,
    lookEveryMs,
  });
  if (!reader) return wait(input, row, noTokenMs, "unauthorized");
  const walk: Walk = { db, connection, reader, clock, sizes };
  await updateBackfill(db, connectionId, { heldUntil: holdFor(clock()) });
  try {
    const until = performance.now() + stretchMs;
    const againInMs = await work(walk, row, () => performance.now() < until);
    if (againInMs)
      await updateBackfill(db, connectionId, { heldUntil: holdFor(clock(), againInMs + spareMs) });
    return { againInMs };
  } catch (error) {
    if (!(error instanceof RoundStopped)) throw error;
    return noteTrouble(input, row, error.failure);
  }
}

/** In how long there is more to do. */
async function work(walk: Walk, row: BackfillRow, hasTime: () => boolean): Promise<number | null> {
  const current = row.collectedAt === null ? await collect(walk, row, hasTime) : row;
  // Somebody else is at it, or it was started anew: what is left to do is looked at afresh.
  if (!current || current.collectedAt === null) return 0;
  if (row.collectedAt === null && !hasTime()) return 0;
  if (current.state !== "running") return null;
  // At once instead of one by one, as far as they were not listed yet; however many pages it took to get here.
  const round = { ...walk, reader: { ...walk.reader, callsMade: () => 0 }, lease: null };
  await readContracts(round);
  await readJobs(round);
  return readAll(walk, current.run, hasTime);
}

/** While one batch is written the next one is read. */
async function readAll(walk: Walk, run: string, hasTime: () => boolean): Promise<number | null> {
  let batch: Batch | null = await readNext(walk, null);
  if (!batch) return (await finish(walk, run)) ? null : 0;
  while (batch) {
    const stop: OpenTrainFailure | null = batch.stop;
    const last: Item | null = batch.items.at(-1) ?? null;
    const tries: number = last?.tries ?? 0;
    const ahead: Promise<Batch | null> | null = stop || tries > 0 || !hasTime() ? null : readNext(walk, last);
    // Looked at below; until then a failure of it must not count as nobody's.
    ahead?.catch(() => undefined);
    if (!(await applyBatch(walk, run, batch))) return 0;
    if (stop) throw new RoundStopped(stop);
    // What OpenTrain stumbles over is given time before it is tried again.
    if (tries > 0) return tries * betweenTriesMs;
    batch = ahead && (await ahead);
  }
  return 0;
}

async function readNext(walk: Walk, after: Item | null): Promise<Batch | null> {
  const items = await nextItems(walk.db, walk.connection.id, { after, limit: walk.sizes.items });
  return items.length > 0 ? readBatch(walk, items) : null;
}

function isUnfinished({ state, collectedAt }: BackfillRow): boolean {
  return state === "running" || collectedAt === null;
}

async function noteTrouble(
  input: BackfillInput,
  { connectionId }: BackfillRow,
  failure: OpenTrainFailure,
): Promise<Stretch> {
  const row = await findBackfill(input.db, connectionId);
  if (!row) return { againInMs: null };
  const isOwnBudget =
    failure.kind === "unreachable" && failure.why === "rate_limited" && failure.status === null;
  if (isOwnBudget) return wait(input, row, turnMs, null);
  const asked = failure.kind === "unreachable" ? (failure.retryAfterMs ?? 0) : 0;
  const grown = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(row.failures, 20));
  const waitMs = Math.max(asked, grown * (0.75 + (input.random ?? Math.random)() / 2));
  return wait(input, row, waitMs, failure.why);
}

async function wait(
  { db, clock = () => new Date() }: BackfillInput,
  { connectionId, failures, problem }: BackfillRow,
  waitMs: number,
  why: string | null,
): Promise<Stretch> {
  await updateBackfill(db, connectionId, {
    problem: why ?? problem,
    failures: why === null ? failures : failures + 1,
    heldUntil: holdFor(clock(), waitMs + spareMs),
  });
  return { againInMs: waitMs };
}
