import type { LedgerReach } from "@/lib/domain/records";
import { findConnection } from "@/lib/store/connections/rows";
import { findFeed } from "@/lib/store/feeds";
import type { Db } from "@/lib/store/pool";
import { findUnread, ONLY } from "@/lib/store/unread";

/** How far OpenTrain's ledger is known here. */
export async function ledgerReach(db: Db, workspaceId: string): Promise<LedgerReach> {
  const connection = await findConnection(db, workspaceId);
  const feed = connection && (await findFeed(db, connection.id));
  const [failed] = await findUnread(db, workspaceId, [{ kind: "ledger", id: ONLY }]);
  return {
    readAt: feed?.ledgerReadAt ?? null,
    isWhole: feed?.ledgerReadAt != null && feed.ledgerOlder === null,
    unread: failed ? { code: failed.why, since: failed.since } : null,
  };
}
