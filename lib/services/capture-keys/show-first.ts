import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/services/context";
import { encryptionKeys } from "@/lib/services/encryption-keys";
import { requirePermission } from "@/lib/services/require-permission";
import { findFirstCaptureKey, updateCaptureKey } from "@/lib/store/capture-keys";
import { addEvent } from "@/lib/store/events";
import { lockInstallation } from "@/lib/store/locks";
import { unseal } from "@/lib/store/sealing";
import { readSetting } from "@/lib/store/settings";

/** Once; afterwards only its hash is left. */
export async function showFirstCaptureKey({ ctx }: { ctx: Ctx }): Promise<{ secret: string }> {
  requirePermission(ctx, "manage_capture");
  return ctx.db.transaction(async (tx) => {
    await lockInstallation(tx);
    const isHome = (await readSetting(tx, "home_workspace")) === ctx.workspaceId;
    const key = isHome ? await findFirstCaptureKey(tx) : null;
    if (!key) throw new AppError("NOT_FOUND");
    if (!key.sealed) throw new AppError("CONFLICT", { reason: "already_shown" });
    const secret = unseal(key.sealed, encryptionKeys());
    await updateCaptureKey(tx, key.id, { sealed: null, shownAt: ctx.now });
    await addEvent(tx, {
      workspaceId: ctx.workspaceId,
      at: ctx.now,
      kind: "capture_key_shown",
      actor: { kind: "person", id: ctx.actor.kind === "person" ? ctx.actor.personId : null },
      subject: { kind: "capture_key", id: key.id },
    });
    return { secret };
  });
}
