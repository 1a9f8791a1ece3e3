import { instant } from "@/lib/api/schemas/answers/approval";
import type { InvitationSeen, OwnSession, Team } from "@/lib/api/types";

type Dated<T, K extends keyof T> = Omit<T, K> & { [name in K]: T[name] extends string ? Date : Date | null };

type TeamRecord = Omit<Team, "asOf" | "members" | "removed" | "invitations"> & {
  members: Dated<Team["members"][number], "joinedAt" | "lastUsedAt">[];
  removed: Dated<Team["removed"][number], "removedAt">[];
  invitations: Dated<Team["invitations"][number], "createdAt" | "expiresAt" | "endedAt">[];
};

export function teamJson({ canManage, members, removed, invitations }: TeamRecord, now: Date): Team {
  return {
    asOf: now.toISOString(),
    canManage,
    members: members.map(({ joinedAt, lastUsedAt, ...member }) => ({
      ...member,
      joinedAt: joinedAt.toISOString(),
      lastUsedAt: instant(lastUsedAt),
    })),
    removed: removed.map(({ removedAt, ...person }) => ({ ...person, removedAt: removedAt.toISOString() })),
    invitations: invitations.map(({ createdAt, expiresAt, endedAt, ...invitation }) => ({
      ...invitation,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      endedAt: instant(endedAt),
    })),
  };
}

export function ownSessionJson({
  startedAt,
  lastUsedAt,
  ...session
}: Dated<OwnSession, "startedAt" | "lastUsedAt">): OwnSession {
  return { ...session, startedAt: startedAt.toISOString(), lastUsedAt: lastUsedAt.toISOString() };
}

/** Without the workspace's id: who holds a link is nobody yet. */
export function invitationSeenJson(
  seen: Dated<Omit<InvitationSeen, "you">, "expiresAt">,
  you: InvitationSeen["you"],
): InvitationSeen {
  const { workspaceName, inviter, role, expiresAt, returning, suggestedEmail } = seen;
  return {
    workspaceName,
    inviter,
    role,
    expiresAt: expiresAt.toISOString(),
    returning,
    suggestedEmail,
    you,
  };
}
