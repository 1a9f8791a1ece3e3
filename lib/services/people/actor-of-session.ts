import type { Preferences } from "@/lib/domain/preferences";
import type { Actor } from "@/lib/services/context";
import { isUuid } from "@/lib/services/is-uuid";
import { findLiveSession } from "@/lib/store/people/live-session";
import { touchSession } from "@/lib/store/people/rows";
import type { Db } from "@/lib/store/pool";

const touchEveryMs = 60_000;

export type SessionPerson = { email: string; name: string | null } & Preferences;

export async function actorOfSession({
  db,
  now,
  sessionId,
}: {
  db: Db;
  now: Date;
  sessionId: string;
}): Promise<{
  actor: Extract<Actor, { kind: "person" }>;
  workspaceId: string;
  workspaceName: string;
  clockOffsetMs: number | null;
  person: SessionPerson;
} | null> {
  if (!isUuid(sessionId)) return null;
  const found = await findLiveSession(db, sessionId, now);
  if (!found) return null;
  const before = new Date(now.getTime() - touchEveryMs);
  if (found.lastUsedAt < before) await touchSession(db, sessionId, now, before);
  const { role, workspaceId, workspaceName, clockOffsetMs } = found;
  const { id: personId, ...person } = found.person;
  return {
    actor: { kind: "person", personId, sessionId, role },
    workspaceId,
    workspaceName,
    clockOffsetMs,
    person,
  };
}
