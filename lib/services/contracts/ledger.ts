import type { ContractRecord, Ledger } from "@/lib/domain/records";
import { ledgerReach } from "@/lib/services/contracts/ledger-reach";
import { ledgerOf } from "@/lib/store/ledger";
import type { Db } from "@/lib/store/pool";

/** What OpenTrain's ledger says of a contract, how fresh that is, and why nothing is known if so. */
export async function ledgerOfContract(
  db: Db,
  { workspaceId, id, proposalId, milestones }: ContractRecord,
): Promise<Ledger> {
  const milestoneIds = milestones.map((milestone) => milestone.id);
  const found = await ledgerOf(db, workspaceId, { contractId: id, proposalId, milestoneIds });
  return { ...found, ...(await ledgerReach(db, workspaceId)) };
}
