import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/services/context";
import { isUuid } from "@/lib/services/is-uuid";
import { requirePerson } from "@/lib/services/require-person";
import { addEvent } from "@/lib/store/events";
import { endSessionOf } from "@/lib/store/people/sessions";

/** Ends one session of one's own; somebody else's does not exist here. */
export async function endOwnSession({
  ctx,
  input: { id },
}: {
  ctx: Ctx;
  input: { id: string };
}): Promise<void> {
  const { personId } = requirePerson(ctx, "manage_own_sign_in");
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  await ctx.db.transaction(async (tx) => {
    if (!(await endSessionOf(tx, personId, id, ctx.now))) throw new AppError("NOT_FOUND");
    await addEvent(tx, {
      workspaceId: ctx.workspaceId,
      at: ctx.now,
      kind: "session_revoked",
      actor: { kind: "person", id: personId },
      subject: { kind: "person", id: personId },
      data: { sessionId: id },
    });
  });
}
