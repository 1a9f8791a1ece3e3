import { NO_FILTER } from "@/lib/domain/listing/listing";
import { planList } from "@/lib/services/approvals/plan-list";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { type OutlineRow, outlineOf } from "@/lib/store/approvals/outline";

/** Nobody reads more than a thousand rows. */
const MOST = 1000;

/** What waits in a few words each, and which of it these words find: for a list that shows only its beginning. */
export async function outlineApprovals({ ctx, q }: { ctx: Ctx; q: string | null }): Promise<OutlineRow[]> {
  requirePermission(ctx, "read");
  const { filter } = await planList(ctx, { ...NO_FILTER, q });
  return outlineOf(ctx.db, { ...filter, q: null }, q === null ? null : filter, MOST);
}
