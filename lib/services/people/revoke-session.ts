import type { Actor } from "@/lib/services/context";
import { isUuid } from "@/lib/services/is-uuid";
import { addEvent } from "@/lib/store/events";
import { endSession } from "@/lib/store/people/rows";
import type { Db } from "@/lib/store/pool";

/** Its next request is nobody's. Ending one that has ended is a success. */
export async function revokeSession({
  db,
  now,
  sessionId,
  by,
}: {
  db: Db;
  now: Date;
  sessionId: string;
  by: "sign_out" | Extract<Actor, { kind: "person" }>;
}): Promise<void> {
  if (!isUuid(sessionId)) return;
  await db.transaction(async (tx) => {
    const ended = await endSession(tx, sessionId, now);
    if (!ended) return;
    const isOwn = by === "sign_out";
    await addEvent(tx, {
      workspaceId: ended.workspaceId,
      at: now,
      kind: isOwn ? "signed_out" : "session_revoked",
      actor: { kind: "person", id: isOwn ? ended.personId : by.personId },
      subject: { kind: "person", id: ended.personId },
      data: { sessionId },
    });
  });
}
