import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/services/context";
import { requirePerson } from "@/lib/services/require-person";
import { findClaim, updateClaim } from "@/lib/store/claims/rows";
import { addEvent } from "@/lib/store/events";
import { lockCapture } from "@/lib/store/locks";

/**
 * Sets a claim aside, or shows it again. It is tried as before either way, and listed once it is proven. Doing
 * it twice is doing it once; one that was proven meanwhile is no claim any more.
 */
export async function dismissClaim({
  ctx,
  input: { id, isDismissed },
}: {
  ctx: Ctx;
  input: { id: string; isDismissed: boolean };
}): Promise<void> {
  const { personId } = requirePerson(ctx, "add_requests");
  const { db, workspaceId, now } = ctx;
  await db.transaction(async (tx) => {
    await lockCapture(tx, workspaceId, id);
    const claim = await findClaim(tx, workspaceId, id);
    if (!claim) throw new AppError("NOT_FOUND");
    if ((claim.dismissedAt !== null) === isDismissed) return;
    await updateClaim(tx, workspaceId, id, { dismissedAt: isDismissed ? now : null });
    await addEvent(tx, {
      workspaceId,
      at: now,
      kind: isDismissed ? "claim_dismissed" : "claim_restored",
      actor: { kind: "person", id: personId },
      subject: { kind: "approval", id },
    });
  });
}
