import { AppError } from "@/lib/errors";
import { lockKeys } from "@/lib/services/capture-keys/lock-keys";
import type { Ctx } from "@/lib/services/context";
import { isUuid } from "@/lib/services/is-uuid";
import { requirePermission } from "@/lib/services/require-permission";
import { lockCaptureKey, updateCaptureKey } from "@/lib/store/capture-keys";
import { addEvent } from "@/lib/store/events";

/** Another name for the same key; what came with it shows the new one from here on. */
export async function renameCaptureKey({
  ctx,
  input: { id, label },
}: {
  ctx: Ctx;
  input: { id: string; label: string };
}): Promise<void> {
  requirePermission(ctx, "manage_capture");
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const { db, workspaceId, now } = ctx;
  await db.transaction(async (tx) => {
    const { by, withFirst } = await lockKeys(tx, ctx);
    const key = await lockCaptureKey(tx, id, workspaceId, { withFirst });
    if (!key || key.revokedAt !== null) throw new AppError("NOT_FOUND");
    if (key.label === label) return;
    await updateCaptureKey(tx, id, { label });
    await addEvent(tx, {
      workspaceId,
      at: now,
      kind: "capture_key_renamed",
      actor: by,
      subject: { kind: "capture_key", id },
      text: { label, was: key.label },
    });
  });
}
