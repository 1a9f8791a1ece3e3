import { can } from "@/lib/domain/rights";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/services/context";
import { requirePerson } from "@/lib/services/require-person";
import type { NewEvent } from "@/lib/store/events";
import { lockInstallation } from "@/lib/store/locks";
import { findMember } from "@/lib/store/people/rows";
import type { Tx } from "@/lib/store/pool";
import { readSetting } from "@/lib/store/settings";

/**
 * One change of keys at a time. Who asks is looked at again under the lock, as with the team: a key must not
 * appear in a workspace that was closed a moment ago.
 */
export async function lockKeys(tx: Tx, ctx: Ctx): Promise<{ by: NewEvent["actor"]; withFirst: boolean }> {
  const { personId } = requirePerson(ctx, "manage_capture");
  await lockInstallation(tx);
  const member = await findMember(tx, personId);
  if (!member || !can(member.role, "manage_capture")) {
    throw new AppError("FORBIDDEN", { reason: "not_permitted", details: { permission: "manage_capture" } });
  }
  if (member.workspaceId !== ctx.workspaceId) throw new AppError("CONFLICT", { reason: "workspace_moved" });
  const withFirst = (await readSetting(tx, "home_workspace")) === ctx.workspaceId;
  return { by: { kind: "person", id: personId }, withFirst };
}
