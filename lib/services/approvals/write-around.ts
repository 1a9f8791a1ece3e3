import { type Place, writeApproval } from "@/lib/services/approvals/write-approval";
import { loadAround } from "@/lib/store/approvals/load-around";
import type { Tx } from "@/lib/store/pool";
import type { ApprovalRow } from "@/lib/store/schema";

/**
 * Requests that were not read themselves, but something they are about was: names and money follow from what is
 * stored now. Asked for all of them at once, since whoever decided on one waits for the commit.
 */
export async function writeAround(tx: Tx, place: Place, rows: ApprovalRow[]): Promise<void> {
  if (rows.length === 0) return;
  const aroundOf = await loadAround(tx, place.connection.workspaceId, rows);
  for (const row of rows) {
    const around = aroundOf(row);
    // Why there is no contract is asked for each by itself.
    const isWhole = row.contractId === null || around.contract !== null;
    await writeApproval(tx, place, row, row, { isRead: false, around: isWhole ? around : null });
  }
}
