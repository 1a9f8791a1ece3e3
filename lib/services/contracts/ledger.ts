import type { ContractRecord, Ledger } from "@/lib/domain/records";
import { findConnection } from "@/lib/store/connections/rows";
import { findFeed } from "@/lib/store/feeds";
import { ledgerOf } from "@/lib/store/ledger";
import type { Db } from "@/lib/store/pool";
import { findUnread, ONLY } from "@/lib/store/unread";

/** What OpenTrain's ledger says of a contract, how fresh that is, and why nothing is known if so. */
export async function ledgerOfContract(
  db: Db,
  { workspaceId, id, proposalId, milestones }: ContractRecord,
): Promise<Ledger> {
  const milestoneIds = milestones.map((milestone) => milestone.id);
  const found = await ledgerOf(db, workspaceId, { contractId: id, proposalId, milestoneIds });
  const connection = await findConnection(db, workspaceId);
  const feed = connection && (await findFeed(db, connection.id));
  const [failed] = await findUnread(db, workspaceId, [{ kind: "ledger", id: ONLY }]);
  return {
    ...found,
    readAt: feed?.ledgerReadAt ?? null,
    isWhole: feed?.ledgerReadAt != null && feed.ledgerOlder === null,
    unread: failed ? { code: failed.why, since: failed.since } : null,
  };
}
