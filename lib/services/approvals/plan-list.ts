import { isOpenPhase, OPEN_PHASES } from "@/lib/domain/phase";
import type { Phase } from "@/lib/domain/records";
import { connectionNow } from "@/lib/services/connections/connection-now";
import { requireConnection } from "@/lib/services/connections/require-connection";
import type { Ctx } from "@/lib/services/context";
import type { ListSort } from "@/lib/store/approvals/cursor";
import type { ListFilter } from "@/lib/store/approvals/list-page";

export type ListFilters = {
  /** null: what is open. */
  phases: Phase[] | null;
  types: string[] | null;
};

/** What the list and the export both go by: which rows, in which order, at which moment. */
export async function planList(
  ctx: Ctx,
  { phases, types }: ListFilters,
): Promise<{ asOf: Date; filter: ListFilter; sort: ListSort }> {
  const asOf = connectionNow(await requireConnection(ctx), ctx.now);
  const wanted = phases ?? OPEN_PHASES;
  return {
    asOf,
    filter: { workspaceId: ctx.workspaceId, phases: wanted, types, at: asOf },
    sort: wanted.every(isOpenPhase) ? "expires" : "-resolved",
  };
}
