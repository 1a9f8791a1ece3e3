import { invitationState } from "@/lib/domain/invitation-state";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/services/context";
import { isUuid } from "@/lib/services/is-uuid";
import { requirePermission } from "@/lib/services/require-permission";
import { lockTeam } from "@/lib/services/team/lock-team";
import { addEvent } from "@/lib/store/events";
import { findInvitation, revokeUnspent } from "@/lib/store/invitations/rows";

/** The link opens nothing from here on. Doing it twice is doing it once; a used one cannot be taken back. */
export async function revokeInvitation({
  ctx,
  input: { id },
}: {
  ctx: Ctx;
  input: { id: string };
}): Promise<void> {
  requirePermission(ctx, "manage_team");
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const { db, workspaceId, now } = ctx;
  await db.transaction(async (tx) => {
    const { by } = await lockTeam(tx, ctx);
    const invitation = await findInvitation(tx, workspaceId, id);
    if (!invitation) throw new AppError("NOT_FOUND");
    const state = invitationState(invitation, now);
    if (state === "used") throw new AppError("CONFLICT", { reason: "invitation_used" });
    if (!(await revokeUnspent(tx, id, now))) return;
    await addEvent(tx, {
      workspaceId,
      at: now,
      kind: "invitation_revoked",
      actor: by,
      subject: { kind: "invitation", id },
      data: { why: "owner", was: state },
    });
  });
}
