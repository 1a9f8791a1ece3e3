import { connectionNow } from "@/lib/services/connections/connection-now";
import { requireConnection } from "@/lib/services/connections/require-connection";
import type { Ctx } from "@/lib/services/context";

/** OpenTrain's now, which lists go by; with nothing connected there is no list. */
export async function theirNow(ctx: Ctx): Promise<Date> {
  const { clockOffsetMs } = ctx;
  const connection = typeof clockOffsetMs === "number" ? { clockOffsetMs } : await requireConnection(ctx);
  return connectionNow(connection, ctx.now);
}
