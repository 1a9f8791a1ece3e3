import { randomUUID } from "node:crypto";
import type { InvitableRole } from "@/lib/domain/rights";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/services/context";
import { isUuid } from "@/lib/services/is-uuid";
import { requirePermission } from "@/lib/services/require-permission";
import { newSecret, secretHash } from "@/lib/services/setup/secret";
import { lockTeam } from "@/lib/services/team/lock-team";
import { addEvent } from "@/lib/store/events";
import { insertInvitation, listOpenInvitations } from "@/lib/store/invitations/rows";
import { normalEmail } from "@/lib/store/people/rows";
import { listTeam, type TeamRow } from "@/lib/store/people/team";

export const invitationDays = 7;
/** More ways in than anybody can keep an eye on are a fault. */
const mostOpen = 20;

export type CreateInvitationInput = {
  role: InvitableRole;
  /** For whom, in the owner's words: a name, an address, nothing. */
  label: string | null;
  /** Who was removed and is to come back as the person they were. */
  personId: string | null;
};

/** The secret is answered once and kept as a hash; with the id it makes the link. */
export async function createInvitation({
  ctx,
  input: { role, label, personId },
}: {
  ctx: Ctx;
  input: CreateInvitationInput;
}): Promise<{ id: string; secret: string; expiresAt: Date }> {
  requirePermission(ctx, "manage_team");
  if (personId !== null && !isUuid(personId)) throw new AppError("NOT_FOUND");
  const { db, workspaceId, now } = ctx;
  const [id, secret] = [randomUUID(), newSecret()];
  const expiresAt = new Date(now.getTime() + invitationDays * 24 * 60 * 60_000);
  await db.transaction(async (tx) => {
    const { personId: createdBy, by } = await lockTeam(tx, ctx);
    const open = await listOpenInvitations(tx, workspaceId, now);
    if (open.length >= mostOpen) throw new AppError("CONFLICT", { reason: "too_many_invitations" });
    const returning = whoReturns(await listTeam(tx, workspaceId), { personId, label });
    await insertInvitation(tx, {
      id,
      workspaceId,
      role,
      label: label ?? returning?.email ?? null,
      secretHash: secretHash(secret),
      personId: returning?.personId ?? null,
      createdBy,
      createdAt: now,
      expiresAt,
    });
    await addEvent(tx, {
      workspaceId,
      at: now,
      kind: "invitation_made",
      actor: by,
      subject: { kind: "invitation", id },
      data: { role, personId: returning?.personId ?? null, expiresAt: expiresAt.toISOString() },
      text: label === null ? null : { label },
    });
  });
  return { id, secret, expiresAt };
}

/**
 * Only the owner says that somebody comes back, by naming them: a link that fits anybody must not hand over
 * the place of a person who was here before.
 */
function whoReturns(
  team: readonly TeamRow[],
  { personId, label }: { personId: string | null; label: string | null },
): TeamRow | null {
  const email = label === null ? null : normalEmail(label);
  const named = team.find((row) => (personId === null ? row.email === email : row.personId === personId));
  if (named === undefined && personId !== null) throw new AppError("NOT_FOUND");
  if (named?.removedAt === null) throw new AppError("CONFLICT", { reason: "already_member" });
  return named ?? null;
}
