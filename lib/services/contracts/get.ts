import type { ApprovalRecord, ContractRecord } from "@/lib/domain/records";
import { AppError } from "@/lib/errors";
import { connectionNow } from "@/lib/services/connections/connection-now";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { approvalsOnContract } from "@/lib/store/approvals/rows";
import { approvalRecordOf } from "@/lib/store/approvals/to-record";
import { findConnection } from "@/lib/store/connections/rows";
import { contractRecords } from "@/lib/store/contracts/rows";

/** One contract and the requests on it, the newest first. */
export async function getContract({
  ctx,
  input: { id },
}: {
  ctx: Ctx;
  input: { id: string };
}): Promise<{ contract: ContractRecord; approvals: ApprovalRecord[]; asOf: Date }> {
  requirePermission(ctx, "read");
  const [contract] = await contractRecords(ctx.db, ctx.workspaceId, id);
  if (!contract) throw new AppError("NOT_FOUND");
  const rows = await approvalsOnContract(ctx.db, ctx.workspaceId, id);
  const connection = await findConnection(ctx.db, ctx.workspaceId);
  return {
    contract,
    approvals: rows.map((row) => approvalRecordOf(row)),
    asOf: connectionNow(connection, ctx.now),
  };
}
