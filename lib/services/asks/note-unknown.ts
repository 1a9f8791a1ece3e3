import { TYPE_OF_ACTION } from "@/lib/domain/actions";
import { tellAnswered, tellUnknown } from "@/lib/services/asks/tell";
import { listOnSubject } from "@/lib/store/approvals/rows";
import { closeAsk, findSuccessAfter, markUnknown } from "@/lib/store/asks/rows";
import { addJob, readJobKey, syncJobKey } from "@/lib/store/jobs";
import type { Tx } from "@/lib/store/pool";
import type { AskRow } from "@/lib/store/schema";

/**
 * Shown from now on, with what it is about; what is known about the same thing is read again, since it may be the
 * answer. Where the same was asked again since and went through, that is.
 */
export async function noteUnknown(tx: Tx, ask: Pick<AskRow, "workspaceId" | "id">, at: Date): Promise<void> {
  const row = await markUnknown(tx, ask, at);
  if (!row) return;
  await tellUnknown(tx, row, at);
  const retry = await findSuccessAfter(tx, row, { isSame: true });
  if (retry) {
    const { approvalId } = retry;
    await closeAsk(tx, row, { state: "answered", settledAt: at, approvalId });
    return tellAnswered(tx, row, { at, approvalId, by: "retry" });
  }
  const { workspaceId, connectionId, action, subjectId } = row;
  await addJob(tx, "sync_connection", { connectionId }, { key: syncJobKey(connectionId) });
  for (const id of await listOnSubject(tx, workspaceId, { type: TYPE_OF_ACTION[action], subjectId })) {
    await addJob(tx, "read_approval", { workspaceId, id }, { key: readJobKey(workspaceId, id) });
  }
}
