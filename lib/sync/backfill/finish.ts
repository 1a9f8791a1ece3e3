import { countToRead } from "@/lib/store/backfills/items";
import { lockRun, updateBackfill } from "@/lib/store/backfills/rows";
import { addEvent } from "@/lib/store/events";
import { lockWorkspace } from "@/lib/store/locks";
import type { Walk } from "@/lib/sync/backfill/walk";

/** When nothing is left to be read; what OpenTrain stumbled over is left, and said. */
export async function finish({ db, connection, clock }: Walk, run: string): Promise<boolean> {
  const { id: connectionId, workspaceId } = connection;
  return db.transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId);
    const current = await lockRun(tx, connectionId, run);
    if (current?.state !== "running" || (await countToRead(tx, connectionId)) > 0) return false;
    const now = clock();
    await updateBackfill(tx, connectionId, {
      state: "finished",
      endedAt: now,
      problem: null,
      heldUntil: null,
    });
    const { found, read, hidden, unreadable } = current;
    await addEvent(tx, {
      workspaceId,
      at: now,
      kind: "backfill_finished",
      actor: { kind: "system", id: "worker" },
      subject: { kind: "connection", id: connectionId },
      data: { found, read, hidden, unreadable },
    });
    return true;
  });
}
