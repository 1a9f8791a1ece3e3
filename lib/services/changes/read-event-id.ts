import { eventIdOf } from "@/lib/services/changes/event-id";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { readChanges } from "@/lib/store/changes/read";

/** Where a page stands that is about to be made: a stream that begins there tells all that it does not show. */
export async function readEventId({ ctx }: { ctx: Ctx }): Promise<string> {
  requirePermission(ctx, "read");
  const { position } = await readChanges(ctx.db, null, []);
  return eventIdOf(ctx.workspaceId, position);
}
