import { AppError } from "@/lib/errors";
import { lockKeys } from "@/lib/services/capture-keys/lock-keys";
import type { Ctx } from "@/lib/services/context";
import { isUuid } from "@/lib/services/is-uuid";
import { requirePermission } from "@/lib/services/require-permission";
import { lockCaptureKey, updateCaptureKey } from "@/lib/store/capture-keys";
import { addEvent } from "@/lib/store/events";
import type { CaptureKeySource } from "@/lib/store/schema";

/** What the next start would bring back is not taken away here. */
const heldElsewhere: Partial<Record<CaptureKeySource, string>> = {
  environment: "key_of_environment",
  sandbox: "key_of_sandbox",
};

/** Its next call is turned away. Doing it twice is doing it once; what came with it stays. */
export async function revokeCaptureKey({
  ctx,
  input: { id },
}: {
  ctx: Ctx;
  input: { id: string };
}): Promise<void> {
  requirePermission(ctx, "manage_capture");
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const { db, workspaceId, now } = ctx;
  await db.transaction(async (tx) => {
    const { by, withFirst } = await lockKeys(tx, ctx);
    const key = await lockCaptureKey(tx, id, workspaceId, { withFirst });
    if (!key) throw new AppError("NOT_FOUND");
    if (key.revokedAt !== null) return;
    const reason = heldElsewhere[key.source];
    if (reason) throw new AppError("CONFLICT", { reason });
    await updateCaptureKey(tx, id, { revokedAt: now, sealed: null });
    await addEvent(tx, {
      workspaceId,
      at: now,
      kind: "capture_key_revoked",
      actor: by,
      subject: { kind: "capture_key", id },
    });
  });
}
