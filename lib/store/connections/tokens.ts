import { and, eq, isNotNull, type SQL } from "drizzle-orm";
import type { ConnectionTokenRow } from "@/lib/store/connections/rows";
import type { Tx } from "@/lib/store/pool";
import { approvals, connectionTokens } from "@/lib/store/schema";

/** From here on it is nothing but a memory: no key opens what is no longer there. */
export async function eraseTokens(
  tx: Tx,
  connectionId: string,
  which: SQL | undefined,
  now: Date,
): Promise<string[]> {
  const rows = await tx
    .update(connectionTokens)
    .set({ state: "revoked", sealed: null, problem: null, stateSince: now })
    .where(and(eq(connectionTokens.connectionId, connectionId), isNotNull(connectionTokens.sealed), which))
    .returning({ id: connectionTokens.id });
  return rows.map(({ id }) => id);
}

export async function findToken(
  tx: Tx,
  connectionId: string,
  which: SQL | undefined,
): Promise<ConnectionTokenRow | null> {
  const [row] = await tx
    .select()
    .from(connectionTokens)
    .where(and(eq(connectionTokens.connectionId, connectionId), which));
  return row ?? null;
}

/** What one token saw, its successor is asked first. */
export async function inheritReads(tx: Tx, connectionId: string, from: string, to: string): Promise<void> {
  await tx
    .update(approvals)
    .set({ readByToken: to })
    .where(
      and(
        eq(approvals.connectionId, connectionId),
        isNotNull(approvals.nextReadAt),
        eq(approvals.readByToken, from),
      ),
    );
}
