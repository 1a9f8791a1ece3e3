import { can } from "@/lib/domain/rights";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/services/context";
import { type ConnectionRow, findConnection } from "@/lib/store/connections/rows";
import type { NewEvent } from "@/lib/store/events";
import { lockInstallation } from "@/lib/store/locks";
import { findMember } from "@/lib/store/people/rows";
import type { Tx } from "@/lib/store/pool";

/**
 * Where this person lives and may still change the connection, under the installation lock: while OpenTrain was
 * asked, a teammate may have moved everybody on, or have taken the right away.
 */
export async function lockPlace(
  tx: Tx,
  { actor, workspaceId }: Ctx,
): Promise<{ workspaceId: string; by: NewEvent["actor"]; hasMoved: boolean }> {
  await lockInstallation(tx);
  const member = actor.kind === "person" ? await findMember(tx, actor.personId) : null;
  if (actor.kind !== "person" || !member || !can(member.role, "manage_connection")) {
    throw new AppError("FORBIDDEN", {
      reason: "not_permitted",
      details: { permission: "manage_connection" },
    });
  }
  const by = { kind: "person" as const, id: actor.personId };
  return { workspaceId: member.workspaceId, by, hasMoved: member.workspaceId !== workspaceId };
}

/** The same for a change of what is connected there: its connection has to be open. */
export async function lockOpenConnection(
  tx: Tx,
  ctx: Ctx,
): Promise<{ connection: ConnectionRow; by: NewEvent["actor"] }> {
  const { workspaceId, by, hasMoved } = await lockPlace(tx, ctx);
  const connection = hasMoved ? null : await findConnection(tx, workspaceId);
  if (connection?.state !== "open") throw new AppError("CONFLICT", { reason: "not_connected" });
  return { connection, by };
}

/** The sandbox comes with its one token and ends when a real account is connected. */
export function refuseSandbox({ kind }: ConnectionRow): void {
  if (kind === "sandbox") throw new AppError("CONFLICT", { reason: "connection_of_sandbox" });
}
