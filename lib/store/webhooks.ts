import { and, eq, lt, ne, or } from "drizzle-orm";
import type { Db, Tx } from "@/lib/store/pool";
import { webhookDeliveries, webhooks } from "@/lib/store/schema";

export type WebhookRow = typeof webhooks.$inferSelect;

export async function findWebhook(db: Db | Tx, id: string): Promise<WebhookRow | null> {
  const [row] = await db.select().from(webhooks).where(eq(webhooks.id, id));
  return row ?? null;
}

/** The one that is made or there, and those that are still to be taken away. */
export async function listWebhooks(db: Db | Tx, connectionId: string): Promise<WebhookRow[]> {
  return db
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.connectionId, connectionId), ne(webhooks.state, "ended")))
    .orderBy(webhooks.createdAt);
}

export async function insertWebhook(tx: Tx, row: typeof webhooks.$inferInsert): Promise<void> {
  await tx.insert(webhooks).values(row);
}

export async function updateWebhook(
  tx: Db | Tx,
  id: string,
  changes: Partial<typeof webhooks.$inferInsert>,
): Promise<void> {
  await tx.update(webhooks).set(changes).where(eq(webhooks.id, id));
}

/** Nothing that comes by them is believed any more; OpenTrain still has to be told. */
export async function endWebhooks(tx: Tx, connectionId: string, now: Date): Promise<void> {
  await tx
    .update(webhooks)
    .set({ state: "ending", sealed: null, endedAt: now })
    .where(
      and(
        eq(webhooks.connectionId, connectionId),
        or(eq(webhooks.state, "making"), eq(webhooks.state, "active")),
      ),
    );
}

/** False for one that came before. */
export async function noteDelivery(
  tx: Tx,
  { hook, id, at }: { hook: string; id: string; at: Date },
): Promise<boolean> {
  const noted = await tx
    .insert(webhookDeliveries)
    .values({ hook, id, at })
    .onConflictDoNothing()
    .returning({ id: webhookDeliveries.id });
  return noted.length > 0;
}

export async function sweepDeliveries(db: Db, before: Date): Promise<void> {
  await db.delete(webhookDeliveries).where(lt(webhookDeliveries.at, before));
}
