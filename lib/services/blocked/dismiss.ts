import { AppError } from "@/lib/errors";
import { connectionNow } from "@/lib/services/connections/connection-now";
import type { Ctx } from "@/lib/services/context";
import { isUuid } from "@/lib/services/is-uuid";
import { requirePerson } from "@/lib/services/require-person";
import { dismissBlockedRow, findBlocked, restoreBlockedRow } from "@/lib/store/blocked/rows";
import { findConnection } from "@/lib/store/connections/rows";
import { addEvent } from "@/lib/store/events";

/**
 * Sets one aside, or shows it again. Asked and refused again it is back by itself; doing either twice is doing
 * it once.
 */
export async function dismissBlocked({
  ctx,
  input: { id, isDismissed },
}: {
  ctx: Ctx;
  input: { id: string; isDismissed: boolean };
}): Promise<void> {
  const { personId } = requirePerson(ctx, "dismiss_blocked");
  const { db, workspaceId, now } = ctx;
  if (!isUuid(id) || !(await findBlocked(db, workspaceId, id))) throw new AppError("NOT_FOUND");
  const at = connectionNow(await findConnection(db, workspaceId), now);
  await db.transaction(async (tx) => {
    const row = isDismissed
      ? await dismissBlockedRow(tx, { workspaceId, id }, { at, personId })
      : await restoreBlockedRow(tx, { workspaceId, id });
    if (!row) return;
    await addEvent(tx, {
      workspaceId,
      at,
      kind: isDismissed ? "blocked_dismissed" : "blocked_restored",
      actor: { kind: "person", id: personId },
      subject: { kind: "blocked", id },
      data: { action: row.action, subjectId: row.subjectId, reason: row.reason, times: row.times },
    });
  });
}
