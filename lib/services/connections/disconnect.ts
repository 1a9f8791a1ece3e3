import { lockOpenConnection, refuseSandbox } from "@/lib/services/connections/lock-place";
import { noteDisconnected } from "@/lib/services/connections/watch";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { endAllWebhooks } from "@/lib/services/webhooks/end-all";
import { endConnection } from "@/lib/store/connections/end";
import { findConnection } from "@/lib/store/connections/rows";
import { addEvent } from "@/lib/store/events";

/** Every token is erased and nothing is followed; what was read stays, and the account can be connected again. */
export async function disconnect({ ctx }: { ctx: Ctx }): Promise<void> {
  requirePermission(ctx, "manage_connection");
  const { db, workspaceId, now } = ctx;
  const present = await findConnection(db, workspaceId);
  if (present?.kind === "real") await endAllWebhooks({ db, connection: present, now });
  await db.transaction(async (tx) => {
    const { connection, by } = await lockOpenConnection(tx, ctx);
    refuseSandbox(connection);
    const erased = await endConnection(tx, connection.id, now);
    await noteDisconnected(tx, connection, now);
    await addEvent(tx, {
      workspaceId: connection.workspaceId,
      at: now,
      kind: "disconnected",
      actor: by,
      subject: { kind: "connection", id: connection.id },
      data: { erased },
    });
  });
}
