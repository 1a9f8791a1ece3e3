import { lockOpenConnection } from "@/lib/services/connections/lock-place";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { dropItems } from "@/lib/store/backfills/items";
import { findBackfill, updateBackfill } from "@/lib/store/backfills/rows";
import { addEvent } from "@/lib/store/events";
import { lockWorkspace } from "@/lib/store/locks";

/** What was read stays. The walk to the feed's present goes on when it is not there yet: following needs it. */
export async function cancelBackfill({ ctx }: { ctx: Ctx }): Promise<void> {
  requirePermission(ctx, "manage_connection");
  await ctx.db.transaction(async (tx) => {
    const { connection, by } = await lockOpenConnection(tx, ctx);
    const { id: connectionId, workspaceId } = connection;
    await lockWorkspace(tx, workspaceId);
    const row = await findBackfill(tx, connectionId);
    if (row?.state !== "running") return;
    const { found, read, hidden } = row;
    await updateBackfill(tx, connectionId, { state: "cancelled", endedAt: ctx.now, problem: null });
    await dropItems(tx, connectionId);
    await addEvent(tx, {
      workspaceId,
      at: ctx.now,
      kind: "backfill_cancelled",
      actor: by,
      subject: { kind: "connection", id: connectionId },
      data: { found, read, hidden },
    });
  });
}
