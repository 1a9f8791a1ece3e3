import { AppError } from "@/lib/errors";
import { connectionNow } from "@/lib/services/connections/connection-now";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { findApproval } from "@/lib/store/approvals/rows";
import { findConnection } from "@/lib/store/connections/rows";
import { addEvent } from "@/lib/store/events";
import { addJob, readJobKey } from "@/lib/store/jobs";

/** Decisions on OpenTrain's page take a moment; the first look comes soon after the person left. */
const lookAfterMs = 5_000;

/** That somebody left for OpenTrain's page; it says nothing of what they did there. */
export async function noteOpenedToConfirm({
  ctx,
  input: { id },
}: {
  ctx: Ctx;
  input: { id: string };
}): Promise<void> {
  requirePermission(ctx, "open_to_confirm");
  const { db, workspaceId, actor, now } = ctx;
  const row = await findApproval(db, workspaceId, id);
  if (!row) throw new AppError("NOT_FOUND");
  const connection = await findConnection(db, workspaceId);
  await db.transaction(async (tx) => {
    await addEvent(tx, {
      workspaceId,
      at: connectionNow(connection, now),
      kind: "opened_to_confirm",
      actor: { kind: "person", id: actor.kind === "person" ? actor.personId : null },
      subject: { kind: "approval", id },
    });
    const key = readJobKey(workspaceId, id);
    await addJob(tx, "read_approval", { workspaceId, id }, { key, inMs: lookAfterMs });
  });
}
