import { eq } from "drizzle-orm";
import type { Db, Tx } from "@/lib/store/pool";
import { feeds } from "@/lib/store/schema";

export type FeedRow = typeof feeds.$inferSelect;

const unread = {
  presentAt: null,
  lookedAt: null,
  readsAt: null,
  webhookProblem: null,
  webhookTriedAt: null,
  paymentsReadAt: null,
  ledgerAskedAt: null,
  ledgerReadAt: null,
  ledgerOlder: null,
};

export async function findFeed(db: Db | Tx, connectionId: string): Promise<FeedRow> {
  const [row] = await db.select().from(feeds).where(eq(feeds.connectionId, connectionId));
  return row ?? { connectionId, ...unread };
}

export async function updateFeed(
  db: Db | Tx,
  connectionId: string,
  changes: Partial<Omit<FeedRow, "connectionId">>,
): Promise<void> {
  await db
    .insert(feeds)
    .values({ connectionId, ...changes })
    .onConflictDoUpdate({ target: feeds.connectionId, set: changes });
}
