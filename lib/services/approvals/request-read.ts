import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { findApproval } from "@/lib/store/approvals/rows";
import { addJob, readJobKey } from "@/lib/store/jobs";

/** Asks the worker for a fresh read; asking twice before it is done is asking once. */
export async function requestRead({
  ctx,
  input: { id },
}: {
  ctx: Ctx;
  input: { id: string };
}): Promise<void> {
  requirePermission(ctx, "read");
  const { db, workspaceId } = ctx;
  if (!(await findApproval(db, workspaceId, id))) throw new AppError("NOT_FOUND");
  await addJob(db, "read_approval", { workspaceId, id }, { key: readJobKey(workspaceId, id) });
}
