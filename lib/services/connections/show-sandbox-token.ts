import { isSandboxToken } from "@/lib/domain/sandbox-token";
import { AppError } from "@/lib/errors";
import { lockKeys } from "@/lib/services/capture-keys/lock-keys";
import type { Ctx } from "@/lib/services/context";
import { encryptionKeys } from "@/lib/services/encryption-keys";
import { requirePermission } from "@/lib/services/require-permission";
import { findConnection } from "@/lib/store/connections/rows";
import { addEvent } from "@/lib/store/events";
import { unseal } from "@/lib/store/sealing";

/**
 * The token of the sandbox's agent, to try the ways in with: the one token that leaves this server, since it is
 * worth nothing anywhere but at the sandbox beside it. As often as the owner asks, and each time written down.
 */
export async function showSandboxToken({ ctx }: { ctx: Ctx }): Promise<{ token: string }> {
  requirePermission(ctx, "manage_capture");
  const { db, workspaceId, now } = ctx;
  return db.transaction(async (tx) => {
    const { by } = await lockKeys(tx, ctx);
    const connection = await findConnection(tx, workspaceId);
    const isOpenSandbox = connection?.kind === "sandbox" && connection.state === "open";
    if (!isOpenSandbox || connection.agentSealed === null) throw new AppError("NOT_FOUND");
    const token = unseal(connection.agentSealed, encryptionKeys());
    if (!isSandboxToken(token)) throw new AppError("NOT_FOUND");
    await addEvent(tx, {
      workspaceId,
      at: now,
      kind: "sandbox_token_shown",
      actor: by,
      subject: { kind: "connection", id: connection.id },
    });
    return { token };
  });
}
