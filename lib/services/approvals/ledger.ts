import { kindOf } from "@/lib/domain/consequences";
import { ledgerOfRequest } from "@/lib/domain/ledger-of-request";
import type { LedgerRecord } from "@/lib/domain/records";
import { releasedMilestones } from "@/lib/store/approvals/released-milestones";
import { ledgerOf } from "@/lib/store/ledger";
import type { Db } from "@/lib/store/pool";
import type { ApprovalRow } from "@/lib/store/schema";

/** What OpenTrain's ledger shows of one confirmation. */
export async function ledgerOfApproval(db: Db, row: ApprovalRow): Promise<LedgerRecord[]> {
  const { workspaceId, contractId, proposalId, milestoneId, status } = row;
  if (status !== "confirmed") return [];
  const milestoneIds = milestoneId === null ? [] : [milestoneId];
  const { entries } = await ledgerOf(db, workspaceId, { contractId, proposalId, milestoneIds });
  const isEnd = kindOf(row.type) === "end" && contractId !== null;
  const released = isEnd ? await releasedMilestones(db, workspaceId, contractId) : new Set<string>();
  return ledgerOfRequest(row, entries, released);
}
