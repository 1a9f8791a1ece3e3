import type { WholeContract } from "@/lib/domain/records";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/services/context";
import { ledgerOfContract } from "@/lib/services/contracts/ledger";
import { requirePermission } from "@/lib/services/require-permission";
import { findBudget } from "@/lib/store/contracts/budgets";
import { contractRecords } from "@/lib/store/contracts/rows";
import { findUnread } from "@/lib/store/unread";

/** One contract with OpenTrain's meter of it and what the ledger says of it. */
export async function getContract({
  ctx,
  input: { id },
}: {
  ctx: Ctx;
  input: { id: string };
}): Promise<WholeContract> {
  requirePermission(ctx, "read");
  const { db, workspaceId } = ctx;
  const [contract] = await contractRecords(db, workspaceId, id);
  if (!contract) throw new AppError("NOT_FOUND");
  const [failed] = await findUnread(db, workspaceId, [{ kind: "contract", id }]);
  return {
    contract,
    budget: await findBudget(db, workspaceId, id),
    unread: failed ? { code: failed.why, since: failed.since } : null,
    ledger: await ledgerOfContract(db, contract),
  };
}
