import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Reads } from "@/lib/store/pool";
import { members, sessions } from "@/lib/store/schema";

/** Of these sessions the ones that are still somebody's, each with the workspace it is in now. */
export async function findLiveSessions(
  db: Reads,
  sessionIds: readonly string[],
  now: Date,
): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: sessions.id, workspaceId: members.workspaceId })
    .from(sessions)
    .innerJoin(members, and(eq(members.personId, sessions.personId), isNull(members.removedAt)))
    .where(
      and(inArray(sessions.id, [...sessionIds]), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)),
    );
  return new Map(rows.map(({ id, workspaceId }) => [id, workspaceId]));
}
