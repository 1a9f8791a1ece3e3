import { type Place, writeApproval } from "@/lib/services/approvals/write-approval";
import { lockNameless } from "@/lib/store/approvals/rows";
import type { Tx } from "@/lib/store/pool";

/** Thousands may have waited for their title; whoever captures meanwhile waits for a few of them. */
const atOnce = 20;

/** Requests of jobs whose titles came later, some at a time: how many have theirs now. */
export async function nameByJobs(tx: Tx, place: Place, jobIds: string[]): Promise<number> {
  const rows = await lockNameless(tx, place.connection.workspaceId, jobIds, atOnce);
  let named = 0;
  for (const row of rows) {
    const { jobTitle } = await writeApproval(tx, place, row, row, { isRead: false });
    if (jobTitle !== null) named += 1;
  }
  return named;
}
