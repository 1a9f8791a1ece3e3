import { eq } from "drizzle-orm";
import { revokeOpenInvitations } from "@/lib/services/invitations/revoke-open";
import { endConnection } from "@/lib/store/connections/end";
import { findConnection } from "@/lib/store/connections/rows";
import { addEvent, type NewEvent } from "@/lib/store/events";
import type { Tx } from "@/lib/store/pool";
import { workspaces } from "@/lib/store/schema";

/** Hidden and followed no more; what was read stays, the tokens and the open invitations do not. */
export async function closeWorkspace(
  tx: Tx,
  workspaceId: string,
  { now, movedTo, by }: { now: Date; movedTo: string; by: NewEvent["actor"] },
): Promise<void> {
  await tx.update(workspaces).set({ closedAt: now, movedTo }).where(eq(workspaces.id, workspaceId));
  const connection = await findConnection(tx, workspaceId);
  if (connection) await endConnection(tx, connection.id, now);
  await revokeOpenInvitations(tx, { workspaceId, now, by });
  await addEvent(tx, {
    workspaceId,
    at: now,
    kind: "workspace_closed",
    actor: by,
    subject: { kind: "workspace", id: workspaceId },
    data: { movedTo },
  });
}
