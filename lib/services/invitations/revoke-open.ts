import { addEvent, type NewEvent } from "@/lib/store/events";
import { type InvitationRow, listOpenInvitations, revokeUnspent } from "@/lib/store/invitations/rows";
import type { Tx } from "@/lib/store/pool";

/** Under the installation lock, as everything that makes or spends one. */
export async function revokeInvitations(
  tx: Tx,
  invitations: readonly InvitationRow[],
  { why, now, by }: { why: "workspace_closed" | "returned"; now: Date; by: NewEvent["actor"] },
): Promise<void> {
  for (const { id, workspaceId } of invitations) {
    if (!(await revokeUnspent(tx, id, now))) continue;
    await addEvent(tx, {
      workspaceId,
      at: now,
      kind: "invitation_revoked",
      actor: by,
      subject: { kind: "invitation", id },
      data: { why },
    });
  }
}

/**
 * When its workspace closes, an open invitation ends with it: somebody asked in to look at play money must not
 * find themselves before the real account.
 */
export async function revokeOpenInvitations(
  tx: Tx,
  { workspaceId, now, by }: { workspaceId: string; now: Date; by: NewEvent["actor"] },
): Promise<void> {
  const open = await listOpenInvitations(tx, workspaceId, now);
  await revokeInvitations(tx, open, { why: "workspace_closed", now, by });
}
