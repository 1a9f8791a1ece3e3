import { beginBackfill } from "@/lib/services/backfill/begin";
import { lockOpenConnection } from "@/lib/services/connections/lock-place";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { findBackfill } from "@/lib/store/backfills/rows";
import { addEvent } from "@/lib/store/events";
import { lockWorkspace } from "@/lib/store/locks";

/** Reads the history once more; one that is under way goes on as it is. */
export async function startBackfill({ ctx }: { ctx: Ctx }): Promise<void> {
  requirePermission(ctx, "manage_connection");
  await ctx.db.transaction(async (tx) => {
    const { connection, by } = await lockOpenConnection(tx, ctx);
    const { id: connectionId, workspaceId } = connection;
    await lockWorkspace(tx, workspaceId);
    if ((await findBackfill(tx, connectionId))?.state === "running") return;
    await beginBackfill(tx, { connectionId, workspaceId, now: ctx.now });
    await addEvent(tx, {
      workspaceId,
      at: ctx.now,
      kind: "backfill_started",
      actor: by,
      subject: { kind: "connection", id: connectionId },
    });
  });
}
