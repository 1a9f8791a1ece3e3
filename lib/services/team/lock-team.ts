import { can } from "@/lib/domain/rights";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/services/context";
import { requirePerson } from "@/lib/services/require-person";
import type { NewEvent } from "@/lib/store/events";
import { lockInstallation } from "@/lib/store/locks";
import { findMember } from "@/lib/store/people/rows";
import type { Tx } from "@/lib/store/pool";

/**
 * One change of members at a time. Who asks is looked at again under the lock: meanwhile they may have been
 * removed, or everybody may have moved to another workspace, which this change was not meant for.
 */
export async function lockTeam(tx: Tx, ctx: Ctx): Promise<{ personId: string; by: NewEvent["actor"] }> {
  const { personId } = requirePerson(ctx, "manage_team");
  await lockInstallation(tx);
  const member = await findMember(tx, personId);
  if (!member || !can(member.role, "manage_team")) {
    throw new AppError("FORBIDDEN", { reason: "not_permitted", details: { permission: "manage_team" } });
  }
  if (member.workspaceId !== ctx.workspaceId) throw new AppError("CONFLICT", { reason: "workspace_moved" });
  return { personId, by: { kind: "person", id: personId } };
}
