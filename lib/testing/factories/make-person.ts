import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/domain/records";
import type { Db } from "@/lib/store/pool";
import { members, people, sessions } from "@/lib/store/schema";
import { unique } from "@/lib/testing/factories/unique";

export type MadePerson = { personId: string; email: string; sessionId: string };

/** A member of a workspace who is signed in right now; `removed`: who was shown out with the session still open. */
export async function makePerson(
  db: Db,
  workspaceId: string,
  role: Role,
  { isRemoved = false, passwordHash = "none" }: { isRemoved?: boolean; passwordHash?: string } = {},
): Promise<MadePerson> {
  const [personId, sessionId, now] = [randomUUID(), randomUUID(), new Date()];
  const email = `${unique(role)}@example.com`;
  await db.insert(people).values({ id: personId, email, name: null, passwordHash, createdAt: now });
  const removedAt = isRemoved ? now : null;
  await db.insert(members).values({ personId, workspaceId, role, createdAt: now, removedAt });
  const expiresAt = new Date(now.getTime() + 86_400_000);
  await db.insert(sessions).values({ id: sessionId, personId, createdAt: now, lastUsedAt: now, expiresAt });
  return { personId, email, sessionId };
}
