import { eq } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { lockOpenConnection, refuseSandbox } from "@/lib/services/connections/lock-place";
import { requireToken } from "@/lib/services/connections/require-token";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { endAllWebhooks } from "@/lib/services/webhooks/end-all";
import { findConnection, listTokens } from "@/lib/store/connections/rows";
import { eraseTokens } from "@/lib/store/connections/tokens";
import { addEvent } from "@/lib/store/events";
import { connectionTokens } from "@/lib/store/schema";

/** One of several. Without the last one nothing is followed, and that is called disconnecting. */
export async function removeToken({
  ctx,
  input: { id },
}: {
  ctx: Ctx;
  input: { id: string };
}): Promise<void> {
  requirePermission(ctx, "manage_connection");
  const { db, workspaceId, now } = ctx;
  const present = await findConnection(db, workspaceId);
  if (present?.kind === "real") await endAllWebhooks({ db, connection: present, now, without: id });
  await ctx.db.transaction(async (tx) => {
    const { connection, by } = await lockOpenConnection(tx, ctx);
    const token = await requireToken(tx, connection, id);
    refuseSandbox(connection);
    const kept = (await listTokens(tx, connection.id)).filter(({ sealed }) => sealed !== null);
    if (kept.length === 1) throw new AppError("CONFLICT", { reason: "last_token" });
    await eraseTokens(tx, connection.id, eq(connectionTokens.id, id), ctx.now);
    await addEvent(tx, {
      workspaceId: connection.workspaceId,
      at: ctx.now,
      kind: "token_removed",
      actor: by,
      subject: { kind: "connection", id: connection.id },
      data: { tokenId: id },
      text: token.name === null ? null : { label: token.name },
    });
  });
}
