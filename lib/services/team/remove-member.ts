import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/services/context";
import { isUuid } from "@/lib/services/is-uuid";
import { requirePermission } from "@/lib/services/require-permission";
import { lockTeam } from "@/lib/services/team/lock-team";
import { addEvent } from "@/lib/store/events";
import { endSessionsOf } from "@/lib/store/people/sessions";
import { countOwners, findTeamMember, markRemoved } from "@/lib/store/people/team";

/** Ends their membership and every session of theirs at once. Removing one who is gone is a success. */
export async function removeMember({
  ctx,
  input: { personId },
}: {
  ctx: Ctx;
  input: { personId: string };
}): Promise<void> {
  requirePermission(ctx, "manage_team");
  if (!isUuid(personId)) throw new AppError("NOT_FOUND");
  const { db, workspaceId, now } = ctx;
  await db.transaction(async (tx) => {
    const { by } = await lockTeam(tx, ctx);
    const member = await findTeamMember(tx, workspaceId, personId);
    if (!member) throw new AppError("NOT_FOUND");
    if (member.removedAt !== null) return;
    if (member.role === "owner" && (await countOwners(tx, workspaceId)) < 2) {
      throw new AppError("CONFLICT", { reason: "last_owner" });
    }
    await markRemoved(tx, personId, now);
    const sessions = await endSessionsOf(tx, personId, now);
    await addEvent(tx, {
      workspaceId,
      at: now,
      kind: "member_removed",
      actor: by,
      subject: { kind: "person", id: personId },
      data: { role: member.role, sessions },
    });
  });
}
