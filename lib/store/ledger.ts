import { and, desc, eq, or, sql } from "drizzle-orm";
import type { LedgerRecord } from "@/lib/domain/records";
import { among } from "@/lib/store/among";
import { insertRows } from "@/lib/store/insert-rows";
import type { Db, Tx } from "@/lib/store/pool";
import { type LedgerRow, ledgerEntries, milestones } from "@/lib/store/schema";

/** So many are shown of one contract; nobody reads more, and the count says what is left out. */
const mostOfOne = 200;

/** Those that were not here yet; says how many they were. */
export async function storeLedger(tx: Tx, rows: LedgerRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  const { rowCount } = await tx.execute(
    insertRows(ledgerEntries, rows, sql`on conflict (workspace_id, id) do nothing`),
  );
  return rowCount ?? 0;
}

/** What OpenTrain wrote about a contract, by whichever of its names, the newest first. */
export async function ledgerOf(
  db: Db,
  workspaceId: string,
  of: { contractId: string | null; proposalId: string | null; milestoneIds: string[] },
): Promise<{ entries: LedgerRecord[]; more: number }> {
  const names = [
    of.contractId === null ? undefined : eq(ledgerEntries.contractId, of.contractId),
    of.proposalId === null ? undefined : eq(ledgerEntries.proposalId, of.proposalId),
    of.milestoneIds.length === 0 ? undefined : among(ledgerEntries.milestoneId, of.milestoneIds),
  ].filter((name) => name !== undefined);
  if (names.length === 0) return { entries: [], more: 0 };
  const rows = await db
    .select({ entry: ledgerEntries, milestoneName: milestones.name, all: sql<string>`count(*) over ()` })
    .from(ledgerEntries)
    .leftJoin(
      milestones,
      and(
        eq(milestones.workspaceId, ledgerEntries.workspaceId),
        eq(milestones.id, ledgerEntries.milestoneId),
      ),
    )
    .where(and(eq(ledgerEntries.workspaceId, workspaceId), or(...names)))
    // What is taken out of a hold in the same moment comes after it, so here before it.
    .orderBy(
      sql`${ledgerEntries.createdAt} desc nulls last`,
      sql`(${ledgerEntries.type} = 'HOLD') nulls last`,
      desc(ledgerEntries.id),
    )
    .limit(mostOfOne);
  const entries = rows.map(({ entry: { workspaceId: _, readAt: __, ...entry }, milestoneName }) => ({
    ...entry,
    milestoneName,
  }));
  return { entries, more: Number(rows[0]?.all ?? 0) - entries.length };
}
