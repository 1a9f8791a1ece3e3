import { and, eq } from "drizzle-orm";
import type { Budget } from "@/lib/domain/records";
import type { Db, Tx } from "@/lib/store/pool";
import { budgets } from "@/lib/store/schema";

export async function findBudget(
  db: Db | Tx,
  workspaceId: string,
  contractId: string,
): Promise<{ budget: Budget; readAt: Date } | null> {
  const [row] = await db
    .select({ budget: budgets.budget, readAt: budgets.readAt })
    .from(budgets)
    .where(and(eq(budgets.workspaceId, workspaceId), eq(budgets.contractId, contractId)));
  return row ?? null;
}
