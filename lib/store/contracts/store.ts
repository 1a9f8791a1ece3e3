import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { asGiven, insertRows } from "@/lib/store/insert-rows";
import type { Tx } from "@/lib/store/pool";
import {
  budgets,
  type ContractRow,
  contracts,
  type MilestoneRow,
  milestones,
  proposals,
} from "@/lib/store/schema";

const idOf = ({ id }: { id: string }) => id;

export type ReadContract = {
  contract: ContractRow;
  milestones: Omit<MilestoneRow, "workspaceId" | "goneAt">[];
  /** The answer listed all milestones there are. */
  isWhole: boolean;
};

/** What was read now takes the place of what was; a milestone that is no longer listed stays, with since when. */
export async function storeContracts(tx: Tx, workspaceId: string, read: ReadContract[]): Promise<void> {
  const [first] = read;
  if (!first) return;
  const own = read.map(({ contract }) => contract);
  await put(tx, contracts, latest(own, idOf), sql`workspace_id, id`);
  const listed = read.flatMap(({ milestones: all }) =>
    all.map((milestone) => ({ ...milestone, workspaceId, goneAt: null })),
  );
  await put(tx, milestones, latest(listed, idOf), sql`workspace_id, id`);
  const whole = read.filter(({ isWhole }) => isWhole).map(({ contract }) => contract.id);
  if (whole.length === 0) return;
  await tx.execute(sql`
    update ${milestones} set gone_at = ${first.contract.readAt.toISOString()}::timestamptz
    where workspace_id = ${workspaceId}::uuid and contract_id = any(${sql.param(whole)}::text[])
      and gone_at is null and id <> all(${sql.param(listed.map(({ id }) => id))}::text[])`);
}

export async function storeBudgets(tx: Tx, rows: (typeof budgets.$inferInsert)[]): Promise<void> {
  const byContract = latest(rows, ({ contractId }) => contractId);
  await put(tx, budgets, byContract, sql`workspace_id, contract_id`);
}

export async function storeProposals(tx: Tx, rows: (typeof proposals.$inferInsert)[]): Promise<void> {
  await put(tx, proposals, latest(rows, idOf), sql`workspace_id, id`);
}

async function put<T extends PgTable>(tx: Tx, table: T, rows: T["$inferInsert"][], key: SQL): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(insertRows(table, rows, sql`on conflict (${key}) do update set ${asGiven(table)}`));
}

/** One that is named twice is as it was named last. */
function latest<R>(rows: R[], keyOf: (row: R) => string): R[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
