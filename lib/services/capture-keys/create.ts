import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/errors";
import { lockKeys } from "@/lib/services/capture-keys/lock-keys";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { newSecret, secretHash } from "@/lib/services/setup/secret";
import { insertCaptureKey, listCaptureKeys } from "@/lib/store/capture-keys";
import { addEvent } from "@/lib/store/events";

/** One for each agent, and room for those being replaced; more are a fault. */
const mostInUse = 100;

/**
 * A key of its own for an agent. The secret is answered once; what is kept is its hash. Two may have one name:
 * a new key is made before the old one is taken out of use.
 */
export async function createCaptureKey({
  ctx,
  input: { label },
}: {
  ctx: Ctx;
  input: { label: string };
}): Promise<{ id: string; label: string; secret: string }> {
  requirePermission(ctx, "manage_capture");
  const { db, workspaceId, now } = ctx;
  const [id, secret] = [randomUUID(), `cs_capture_${newSecret()}`];
  await db.transaction(async (tx) => {
    const { by, withFirst } = await lockKeys(tx, ctx);
    const inUse = (await listCaptureKeys(tx, workspaceId, { withFirst })).filter(
      ({ revokedAt }) => revokedAt === null,
    );
    if (inUse.length >= mostInUse) throw new AppError("CONFLICT", { reason: "too_many_keys" });
    await insertCaptureKey(tx, {
      id,
      workspaceId,
      label,
      source: "settings",
      secretHash: secretHash(secret),
      shownAt: now,
      createdAt: now,
    });
    await addEvent(tx, {
      workspaceId,
      at: now,
      kind: "capture_key_made",
      actor: by,
      subject: { kind: "capture_key", id },
      data: { source: "settings" },
      text: { label },
    });
  });
  return { id, label, secret };
}
