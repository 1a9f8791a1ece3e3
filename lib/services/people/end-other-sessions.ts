import type { Ctx } from "@/lib/services/context";
import { requirePerson } from "@/lib/services/require-person";
import { addEvent } from "@/lib/store/events";
import { endSessionsOf } from "@/lib/store/people/sessions";

/** Signs out everywhere but here. With nothing to end, nothing happened. */
export async function endOtherSessions({ ctx }: { ctx: Ctx }): Promise<{ ended: number }> {
  const { personId, sessionId } = requirePerson(ctx, "manage_own_sign_in");
  return ctx.db.transaction(async (tx) => {
    const ended = await endSessionsOf(tx, personId, ctx.now, { except: sessionId });
    if (ended === 0) return { ended };
    await addEvent(tx, {
      workspaceId: ctx.workspaceId,
      at: ctx.now,
      kind: "sessions_revoked",
      actor: { kind: "person", id: personId },
      subject: { kind: "person", id: personId },
      data: { sessions: ended },
    });
    return { ended };
  });
}
