import { passFailpoint } from "@/lib/failpoint";
import { applyReads } from "@/lib/services/approvals/apply-reads";
import { noFacts } from "@/lib/services/approvals/gather-facts";
import { storeFacts } from "@/lib/services/approvals/store-facts";
import { storeHistory } from "@/lib/services/approvals/store-history";
import type { Place } from "@/lib/services/approvals/write-approval";
import { connectionNow } from "@/lib/services/connections/connection-now";
import { lockItems, noteTries, removeItems } from "@/lib/store/backfills/items";
import { lockRun, updateBackfill } from "@/lib/store/backfills/rows";
import { lockCaptures, lockWorkspace } from "@/lib/store/locks";
import type { Batch } from "@/lib/sync/backfill/read-batch";
import { holdFor, type Walk } from "@/lib/sync/backfill/walk";

/**
 * All of a batch or nothing: what was read is stored and taken off the list in one transaction. False when the
 * start it was read for is no more.
 */
export async function applyBatch(walk: Walk, run: string, batch: Batch): Promise<boolean> {
  const { db, connection, reader, clock } = walk;
  const { id: connectionId, workspaceId } = connection;
  const known = { ...connection, clockOffsetMs: reader.offsetMs() };
  const isOurs = await db.transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId);
    await lockCaptures(
      tx,
      workspaceId,
      batch.reads.map(({ id }) => id),
    );
    const current = await lockRun(tx, connectionId, run);
    if (current?.state !== "running") return false;
    const left = await lockItems(
      tx,
      connectionId,
      batch.items.map(({ id }) => id),
    );
    const reads = batch.reads.filter(({ id }) => left.has(id));
    const hidden = batch.hidden.filter((id) => left.has(id));
    const failed = batch.failed.filter((id) => left.has(id));
    const place: Place = { connection: known, at: connectionNow(known, clock()), isBackfill: true };
    await storeFacts(tx, place, batch.facts);
    const others = await storeHistory(tx, place, reads);
    if (others.length > 0) await applyReads(tx, place, others, noFacts);
    await removeItems(tx, connectionId, [...reads.map(({ id }) => id), ...hidden]);
    const now = clock();
    await updateBackfill(tx, connectionId, {
      read: current.read + reads.length,
      hidden: current.hidden + hidden.length,
      unreadable: current.unreadable + (await noteTries(tx, connectionId, failed)),
      problem: null,
      failures: 0,
      heldUntil: holdFor(now),
    });
    passFailpoint("backfill-batch-before-commit");
    return true;
  });
  passFailpoint("backfill-batch-committed");
  return isOurs;
}
