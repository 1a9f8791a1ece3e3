import type { ClaimRecord } from "@/lib/domain/records";
import { requireConnection } from "@/lib/services/connections/require-connection";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { listClaimRecords } from "@/lib/store/claims/rows";

const mostShown = 500;

/** Told to us and not proven, the newest first. */
export async function listClaims({ ctx }: { ctx: Ctx }): Promise<{ claims: ClaimRecord[] }> {
  requirePermission(ctx, "read");
  await requireConnection(ctx);
  return { claims: await listClaimRecords(ctx.db, ctx.workspaceId, mostShown) };
}
