import type { ContractRecord } from "@/lib/domain/records";
import { connectionNow } from "@/lib/services/connections/connection-now";
import { requireConnection } from "@/lib/services/connections/require-connection";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { contractRecords } from "@/lib/store/contracts/rows";

export async function listContracts({
  ctx,
}: {
  ctx: Ctx;
}): Promise<{ contracts: ContractRecord[]; asOf: Date }> {
  requirePermission(ctx, "read");
  const connection = await requireConnection(ctx);
  return {
    contracts: await contractRecords(ctx.db, ctx.workspaceId),
    asOf: connectionNow(connection, ctx.now),
  };
}
