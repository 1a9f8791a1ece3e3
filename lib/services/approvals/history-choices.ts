import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { agentNames, type KnownContract, knownContracts } from "@/lib/store/approvals/history-choices";

/** More than these nobody looks through in a field; what the address names is found all the same. */
const most = 200;

/** What history can be narrowed to: who asked, and on which contract. */
export async function listHistoryChoices({
  ctx,
}: {
  ctx: Ctx;
}): Promise<{ agents: string[]; contracts: KnownContract[] }> {
  requirePermission(ctx, "read");
  const [agents, contracts] = await Promise.all([
    agentNames(ctx.db, ctx.workspaceId, most),
    knownContracts(ctx.db, ctx.workspaceId, most),
  ]);
  return { agents, contracts };
}
