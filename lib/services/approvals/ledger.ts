import { kindOf } from "@/lib/domain/consequences";
import { ledgerOfRequest } from "@/lib/domain/ledger-of-request";
import type { LedgerReach, LedgerRecord } from "@/lib/domain/records";
import { ledgerReach } from "@/lib/services/contracts/ledger-reach";
import { confirmedReleasesOn } from "@/lib/store/approvals/open-facts";
import { ledgerOf } from "@/lib/store/ledger";
import type { Db } from "@/lib/store/pool";
import type { ApprovalRow } from "@/lib/store/schema";

export type LedgerOfRequest = { entries: LedgerRecord[]; reach: LedgerReach };

/** What OpenTrain's ledger shows of one confirmation, and how far it is known. */
export async function ledgerOfApproval(db: Db, row: ApprovalRow): Promise<LedgerOfRequest> {
  const { workspaceId, contractId, proposalId, milestoneId, status } = row;
  const reach = await ledgerReach(db, workspaceId);
  if (status !== "confirmed") return { entries: [], reach };
  const milestoneIds = milestoneId === null ? [] : [milestoneId];
  const { entries, more } = await ledgerOf(db, workspaceId, { contractId, proposalId, milestoneIds });
  const isEnd = kindOf(row.type) === "end" && contractId !== null;
  const released = isEnd ? await confirmedReleasesOn(db, workspaceId, contractId) : new Set<string>();
  // What was left out could be what is looked for.
  const isWhole = reach.isWhole && more === 0;
  return { entries: ledgerOfRequest(row, entries, released), reach: { ...reach, isWhole } };
}
