import type { SyncState } from "@/lib/domain/records";
import type { OpenTrainFailure } from "@/lib/opentrain/failures";
import { noteSeen, noteUnseen } from "@/lib/services/connections/watch";
import { type ConnectionRow, lockConnection, updateConnection } from "@/lib/store/connections/rows";
import { addEvent } from "@/lib/store/events";
import type { Lease } from "@/lib/store/hold-lease";
import type { Db, Tx } from "@/lib/store/pool";
import { demandLease, placeOf, type Round } from "@/lib/sync/round";

const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

/** A round that reached the present, or as far as its budget. */
export async function noteSuccess(round: Round, { isBehind }: { isBehind: boolean }): Promise<void> {
  const state: SyncState = isBehind ? "behind" : "ok";
  const { at, connection } = placeOf(round);
  const changes = {
    syncProblem: null,
    syncFailures: 0,
    nextSyncAt: null,
    lastReadAt: at,
    clockOffsetMs: connection.clockOffsetMs,
  };
  const now = round.clock();
  await note(round, state, changes, (tx) => noteSeen(tx, connection, { isPresent: !isBehind, now }));
}

/** A round that ended early. Nothing settles and nothing lapses by it: what is shown only grows older. */
export async function noteFailure(
  round: Round,
  failure: OpenTrainFailure,
  random: () => number = Math.random,
): Promise<void> {
  const { connection, clock } = round;
  const syncFailures = connection.syncFailures + 1;
  const asked = failure.kind === "unreachable" ? (failure.retryAfterMs ?? 0) : 0;
  const grown = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(syncFailures - 1, 20));
  const waitMs = Math.max(asked, grown * (0.75 + random() / 2));
  const changes = {
    syncProblem: failure.why,
    syncFailures,
    nextSyncAt: new Date(clock().getTime() + waitMs),
    clockOffsetMs: round.reader.offsetMs(),
  };
  const why = failure.kind === "refused" ? "token_refused" : "feed_away";
  await note(round, stateOf(failure), changes, (tx) => noteUnseen(tx, connection, why, clock()));
}

/** All its tokens are of another account by now. */
export async function noteNothingToReadWith(
  { db, lease = null }: { db: Db; lease?: Lease | null },
  connection: ConnectionRow,
  now: Date,
): Promise<void> {
  const changes = { syncProblem: "other_account", nextSyncAt: new Date(now.getTime() + longestWaitMs) };
  await note({ db, connection, lease, clock: () => now }, "refused", changes, (tx) =>
    noteUnseen(tx, connection, "token_refused", now),
  );
}

function stateOf(failure: OpenTrainFailure): SyncState {
  if (failure.kind === "refused") return "refused";
  return failure.why === "rate_limited" ? "behind" : "unreachable";
}

async function note(
  round: Pick<Round, "db" | "connection" | "clock" | "lease">,
  syncState: SyncState,
  changes: Partial<ConnectionRow>,
  watch: (tx: Tx) => Promise<void>,
): Promise<void> {
  const { db, connection, clock } = round;
  const isNew = connection.syncState !== syncState;
  const now = clock();
  await db.transaction(async (tx) => {
    // Disconnected meanwhile: what this round found is no news of it any more.
    if ((await lockConnection(tx, connection.id))?.state !== "open") return;
    await demandLease(round, tx);
    await watch(tx);
    await updateConnection(tx, connection.id, {
      ...changes,
      syncState,
      ...(isNew ? { syncSince: now } : {}),
    });
    if (!isNew) return;
    // Being a page behind for a moment is no news.
    if (syncState === "behind" || (syncState === "ok" && connection.syncState === "behind")) return;
    await addEvent(tx, {
      workspaceId: connection.workspaceId,
      at: now,
      kind: "sync_state",
      actor: { kind: "system", id: "worker" },
      subject: { kind: "connection", id: connection.id },
      data: { state: syncState, from: connection.syncState, problem: changes.syncProblem ?? null },
    });
  });
}
