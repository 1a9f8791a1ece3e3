import { AppError } from "@/lib/errors";
import { checkPasted } from "@/lib/services/connections/check-pasted";
import { lockPlace } from "@/lib/services/connections/lock-place";
import { requireRoom } from "@/lib/services/connections/require-room";
import type { Stored } from "@/lib/services/connections/store-connection";
import type { Ctx } from "@/lib/services/context";
import { encryptionKeys } from "@/lib/services/encryption-keys";
import { connectAccount } from "@/lib/services/installation/connect-account";
import { requirePermission } from "@/lib/services/require-permission";

export type ConnectTokenInput = {
  token: string;
  /** What the person calls it. */
  label: string | null;
  /** Said once it was told that the disconnected account is another one. */
  isAnotherAccount: boolean;
};

/**
 * A token somebody pasted: connects its account, takes a disconnected one up again, or is one more of the same.
 * It is sent to `origin` alone, whatever is shown.
 */
export async function connectToken({
  ctx,
  origin,
  input,
}: {
  ctx: Ctx;
  origin: string;
  input: ConnectTokenInput;
}): Promise<{ outcome: Stored }> {
  requirePermission(ctx, "manage_connection");
  const account = await checkPasted(ctx, origin, input.token);
  return ctx.db.transaction(async (tx) => {
    const { workspaceId, by } = await lockPlace(tx, ctx);
    await requireRoom(tx, workspaceId);
    const connected = await connectAccount(tx, {
      workspaceId,
      kind: "real",
      account,
      source: "person",
      name: input.label,
      by,
      mayLeave: input.isAnotherAccount,
      keys: encryptionKeys(),
      now: ctx.now,
    });
    if ("problem" in connected) throw new AppError("CONFLICT", { reason: connected.problem });
    return { outcome: connected.stored };
  });
}
