import { invitationState } from "@/lib/domain/invitation-state";
import { AppError } from "@/lib/errors";
import { isUuid } from "@/lib/services/is-uuid";
import { secretHash } from "@/lib/services/setup/secret";
import { findInvitationBySecret } from "@/lib/store/invitations/rows";
import { findMember } from "@/lib/store/people/rows";
import type { Db, Tx } from "@/lib/store/pool";

export type Link = { id: string; secret: string };
export type Usable = NonNullable<Awaited<ReturnType<typeof findInvitationBySecret>>>;

/** Whoever holds the whole link is told what became of it; everybody else that there is none. */
export async function findUsableInvitation(db: Db | Tx, { id, secret }: Link, now: Date): Promise<Usable> {
  const found = isUuid(id) ? await findInvitationBySecret(db, id, secretHash(secret)) : null;
  if (!found) throw new AppError("NOT_FOUND", { reason: "invitation_unknown" });
  const state = invitationState(found.invitation, now);
  if (state === "used") throw new AppError("GONE", { reason: "invitation_used" });
  if (found.workspace.isClosed) throw new AppError("GONE", { reason: "invitation_workspace_closed" });
  if (state === "revoked") throw new AppError("GONE", { reason: "invitation_revoked" });
  if (state === "expired") throw new AppError("GONE", { reason: "invitation_expired" });
  const { personId } = found.invitation;
  if (personId !== null && (await findMember(db, personId))) {
    throw new AppError("CONFLICT", { reason: "invitation_already_member" });
  }
  return found;
}
