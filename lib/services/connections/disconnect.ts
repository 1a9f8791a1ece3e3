import { lockOpenConnection, refuseSandbox } from "@/lib/services/connections/lock-place";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { endConnection } from "@/lib/store/connections/end";
import { addEvent } from "@/lib/store/events";

/** Every token is erased and nothing is followed; what was read stays, and the account can be connected again. */
export async function disconnect({ ctx }: { ctx: Ctx }): Promise<void> {
  requirePermission(ctx, "manage_connection");
  await ctx.db.transaction(async (tx) => {
    const { connection, by } = await lockOpenConnection(tx, ctx);
    refuseSandbox(connection);
    const erased = await endConnection(tx, connection.id, ctx.now);
    await addEvent(tx, {
      workspaceId: connection.workspaceId,
      at: ctx.now,
      kind: "disconnected",
      actor: by,
      subject: { kind: "connection", id: connection.id },
      data: { erased },
    });
  });
}
