import { eq } from "drizzle-orm";
import { findConnection, updateConnection } from "@/lib/store/connections/rows";
import { addEvent } from "@/lib/store/events";
import type { Tx } from "@/lib/store/pool";
import { connectionTokens, workspaces } from "@/lib/store/schema";

/** Hidden and followed no more; what was read stays, the token does not. */
export async function closeWorkspace(
  tx: Tx,
  workspaceId: string,
  { now, movedTo }: { now: Date; movedTo: string },
): Promise<void> {
  await tx.update(workspaces).set({ closedAt: now }).where(eq(workspaces.id, workspaceId));
  const connection = await findConnection(tx, workspaceId);
  if (connection) {
    await updateConnection(tx, connection.id, {
      state: "disconnected",
      disconnectedAt: now,
      syncState: "off",
    });
    await tx
      .update(connectionTokens)
      .set({ state: "revoked", sealed: null })
      .where(eq(connectionTokens.connectionId, connection.id));
  }
  await addEvent(tx, {
    workspaceId,
    at: now,
    kind: "workspace_closed",
    actor: { kind: "system", id: "start" },
    subject: { kind: "workspace", id: workspaceId },
    data: { movedTo },
  });
}
