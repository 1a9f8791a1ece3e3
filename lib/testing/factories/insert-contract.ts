import type { Db } from "@/lib/store/pool";
import { type ContractRow, contracts } from "@/lib/store/schema";
import type { MadeWorkspace } from "@/lib/testing/factories/make-workspace";
import { unique } from "@/lib/testing/factories/unique";

/** A contract as it would lie there, without milestones. */
export async function insertContractRow(
  db: Db,
  made: MadeWorkspace,
  overrides: Partial<typeof contracts.$inferInsert> = {},
): Promise<ContractRow> {
  const [row] = await db
    .insert(contracts)
    .values({
      workspaceId: made.workspaceId,
      id: unique("contract"),
      status: "active",
      readAt: new Date(),
      ...overrides,
    })
    .returning();
  if (!row) throw new Error("not inserted");
  return row;
}
