import { eq } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { checkPasted } from "@/lib/services/connections/check-pasted";
import { connectionNow } from "@/lib/services/connections/connection-now";
import { lockOpenConnection, refuseSandbox } from "@/lib/services/connections/lock-place";
import { requireToken } from "@/lib/services/connections/require-token";
import { storeToken } from "@/lib/services/connections/store-token";
import type { Ctx } from "@/lib/services/context";
import { encryptionKeys } from "@/lib/services/encryption-keys";
import { requirePermission } from "@/lib/services/require-permission";
import { makeEverythingDue } from "@/lib/store/approvals/due";
import { updateConnection } from "@/lib/store/connections/rows";
import { eraseTokens, inheritReads } from "@/lib/store/connections/tokens";
import { addEvent } from "@/lib/store/events";
import { addJob, syncJobKey } from "@/lib/store/jobs";
import { lockWorkspace } from "@/lib/store/locks";
import { connectionTokens } from "@/lib/store/schema";

/** One token of an account for another of the same: the old one is erased in the moment the new one counts. */
export async function replaceToken({
  ctx,
  origin,
  input,
}: {
  ctx: Ctx;
  origin: string;
  input: { id: string; token: string };
}): Promise<void> {
  requirePermission(ctx, "manage_connection");
  await ctx.db.transaction(async (tx) => {
    const { connection } = await lockOpenConnection(tx, ctx);
    await requireToken(tx, connection, input.id);
    refuseSandbox(connection);
  });
  const account = await checkPasted(ctx, origin, input.token);
  const { now } = ctx;
  await ctx.db.transaction(async (tx) => {
    const { connection, by } = await lockOpenConnection(tx, ctx);
    const { id: connectionId, workspaceId, accountKey } = connection;
    const old = await requireToken(tx, connection, input.id);
    if (account.accountKey !== accountKey || account.origin !== connection.origin) {
      throw new AppError("CONFLICT", { reason: "other_account" });
    }
    await lockWorkspace(tx, workspaceId);
    await updateConnection(tx, connectionId, { nextSyncAt: null });
    const given = { connectionId, workspaceId, account, name: old.name, keys: encryptionKeys(), now };
    const stored = await storeToken(tx, { ...given, source: "person" });
    if (stored.id === old.id) return;
    await eraseTokens(tx, connectionId, eq(connectionTokens.id, old.id), now);
    await inheritReads(tx, connectionId, old.id, stored.id);
    await makeEverythingDue(tx, workspaceId, connectionNow(connection, now), now);
    await addJob(tx, "sync_connection", { connectionId }, { key: syncJobKey(connectionId) });
    await addEvent(tx, {
      workspaceId,
      at: now,
      kind: "token_replaced",
      actor: by,
      subject: { kind: "connection", id: connectionId },
      data: { tokenId: stored.id, replaced: old.id, scopes: account.scopes },
      text: old.name === null ? null : { label: old.name },
    });
  });
}
