import { resetBackfill } from "@/lib/store/backfills/rows";
import { addJob, backfillJobKey } from "@/lib/store/jobs";
import type { Tx } from "@/lib/store/pool";

/** The account's whole history, from its beginning; whoever was at it for an earlier start writes nothing more. */
export async function beginBackfill(
  tx: Tx,
  of: { connectionId: string; workspaceId: string; now: Date },
): Promise<void> {
  const { connectionId } = of;
  await resetBackfill(tx, of);
  await addJob(tx, "backfill", { connectionId }, { key: backfillJobKey(connectionId) });
}
