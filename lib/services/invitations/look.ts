import { findUsableInvitation, type Link } from "@/lib/services/invitations/find-usable";
import { findPerson } from "@/lib/store/people/password";
import type { Db } from "@/lib/store/pool";

export type InvitationSeen = {
  workspaceId: string;
  workspaceName: string;
  inviter: string;
  role: "finance" | "viewer";
  expiresAt: Date;
  /** Who comes back by it; their address is not theirs to choose then. */
  returning: { email: string; name: string | null } | null;
  /** What the owner wrote, if it is an address. */
  suggestedEmail: string | null;
};

/** What the holder of a link is about to accept. Looking spends nothing. */
export async function lookAtInvitation({
  db,
  now,
  link,
}: {
  db: Db;
  now: Date;
  link: Link;
}): Promise<InvitationSeen> {
  const { invitation, workspace, inviter } = await findUsableInvitation(db, link, now);
  const { workspaceId, role, expiresAt, personId, label } = invitation;
  const person = personId === null ? null : await findPerson(db, personId);
  return {
    workspaceId,
    workspaceName: workspace.name,
    inviter,
    role,
    expiresAt,
    returning: person && { email: person.email, name: person.name },
    suggestedEmail: label !== null && /^[^\s@]+@[^\s@]+$/.test(label) ? label : null,
  };
}
