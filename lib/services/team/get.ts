import { type InvitationState, invitationState } from "@/lib/domain/invitation-state";
import type { Role } from "@/lib/domain/records";
import { can, type InvitableRole } from "@/lib/domain/rights";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { listInvitations } from "@/lib/store/invitations/rows";
import { listTeam, type TeamRow } from "@/lib/store/people/team";

const mostInvitations = 30;

export type Member = {
  id: string;
  email: string;
  name: string | null;
  role: Role;
  joinedAt: Date;
  /** For the owner's eyes alone. */
  lastUsedAt: Date | null;
  isYou: boolean;
  canBeRemoved: boolean;
};

export type Team = {
  canManage: boolean;
  members: Member[];
  removed: { id: string; email: string; name: string | null; removedAt: Date }[];
  invitations: {
    id: string;
    label: string | null;
    role: InvitableRole | "viewer";
    state: InvitationState;
    createdAt: Date;
    expiresAt: Date;
    usedBy: string | null;
    endedAt: Date | null;
  }[];
};

/** Who can see this inbox. Who may change that also sees who was invited, who left and who was here last. */
export async function getTeam({ ctx }: { ctx: Ctx }): Promise<Team> {
  requirePermission(ctx, "read");
  const { db, workspaceId, actor, now } = ctx;
  const canManage = actor.kind === "person" && can(actor.role, "manage_team");
  const rows = await listTeam(db, workspaceId);
  const present = rows.filter(({ removedAt }) => removedAt === null);
  const owners = present.filter(({ role }) => role === "owner").length;
  const members = present.map((row) => ({
    id: row.personId,
    email: row.email,
    name: row.name,
    role: row.role,
    joinedAt: row.joinedAt,
    lastUsedAt: canManage ? row.lastUsedAt : null,
    isYou: actor.kind === "person" && actor.personId === row.personId,
    canBeRemoved: canManage && (row.role !== "owner" || owners > 1),
  }));
  if (!canManage) return { canManage, members, removed: [], invitations: [] };
  const invited = await listInvitations(db, workspaceId, mostInvitations);
  return {
    canManage,
    members,
    removed: rows.flatMap(({ personId, email, name, removedAt }) =>
      removedAt === null ? [] : { id: personId, email, name, removedAt },
    ),
    invitations: invited.map((row) => ({
      id: row.id,
      label: row.label,
      role: row.role,
      state: invitationState(row, now),
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
      usedBy: nameOf(rows, row.acceptedBy),
      endedAt: row.acceptedAt ?? row.revokedAt,
    })),
  };
}

function nameOf(rows: readonly TeamRow[], personId: string | null): string | null {
  const found = rows.find((row) => row.personId === personId);
  return found ? (found.name ?? found.email) : null;
}
