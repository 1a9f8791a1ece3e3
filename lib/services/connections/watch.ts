import { getEnv } from "@/lib/env";
import { connectionNow } from "@/lib/services/connections/connection-now";
import type { ConnectionRow } from "@/lib/store/connections/rows";
import { type FeedRow, findFeed, updateFeed } from "@/lib/store/feeds";
import { lastFailedBeat } from "@/lib/store/heartbeats";
import type { Tx } from "@/lib/store/pool";
import type { GapWhy } from "@/lib/store/schema";
import { closeGap, openGap } from "@/lib/store/watch-gaps";

/** However slow one look is, for less than this, or than three turns of ours, nobody was away. */
const shortestGapMs = 60_000;
const turnsInGap = 3;

/** Two reasons at a time are one gap: it ends when the present is reached again. */
const source = "feed";

/** At the beginning of a round after one that went well: if that is long ago, nobody looked. */
export async function noteAway(tx: Tx, connection: ConnectionRow, now: Date): Promise<void> {
  const feed = await findFeed(tx, connection.id);
  if (connection.syncFailures > 0 || connection.syncState === "refused") return;
  const failedAt = lastFailedBeat();
  const isOurs = failedAt !== null && feed.lookedAt !== null && failedAt > feed.lookedAt;
  await openFrom(tx, connection, feed, isOurs ? "database_away" : "worker_away", now);
}

/** A round that failed. One is no gap yet: the next may be in time. */
export async function noteUnseen(
  tx: Tx,
  connection: ConnectionRow,
  why: "feed_away" | "token_refused",
  now: Date,
): Promise<void> {
  await openFrom(tx, connection, await findFeed(tx, connection.id), why, now);
}

/** We looked; with `isPresent` there was nothing more to see, and whatever kept us from it is over. */
export async function noteSeen(
  tx: Tx,
  connection: ConnectionRow,
  { isPresent, now }: { isPresent: boolean; now: Date },
): Promise<void> {
  const at = connectionNow(connection, now);
  await updateFeed(tx, connection.id, { lookedAt: now, ...(isPresent ? { presentAt: at } : {}) });
  if (isPresent) await closeGap(tx, { workspaceId: connection.workspaceId, source, untilAt: at });
}

export async function noteDisconnected(tx: Tx, connection: ConnectionRow, now: Date): Promise<void> {
  const fromAt = connectionNow(connection, now);
  await openGap(tx, { workspaceId: connection.workspaceId, source, why: "disconnected", fromAt });
}

/** How long it was is told by our own clock; from when, by OpenTrain's. */
async function openFrom(
  tx: Tx,
  { workspaceId }: ConnectionRow,
  { presentAt, lookedAt }: FeedRow,
  why: GapWhy,
  now: Date,
): Promise<void> {
  if (presentAt === null || lookedAt === null) return;
  const longest = Math.max(shortestGapMs, turnsInGap * getEnv().SYNC_INTERVAL_MS);
  if (now.getTime() - lookedAt.getTime() <= longest) return;
  await openGap(tx, { workspaceId, source, why, fromAt: presentAt });
}
