import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { findBackfill } from "@/lib/store/backfills/rows";
import { findConnection } from "@/lib/store/connections/rows";
import type { BackfillRow } from "@/lib/store/schema";

export type BackfillRecord = Pick<
  BackfillRow,
  "state" | "eventsRead" | "found" | "read" | "hidden" | "unreadable" | "startedAt" | "endedAt" | "problem"
> & {
  /** Walking the feed, then reading what it named. */
  stage: "collecting" | "reading";
  toGo: number;
};

/** How far reading the history has come; null where none was ever begun. */
export async function getBackfill({ ctx }: { ctx: Ctx }): Promise<BackfillRecord | null> {
  requirePermission(ctx, "read");
  const connection = await findConnection(ctx.db, ctx.workspaceId);
  const row = connection && (await findBackfill(ctx.db, connection.id));
  return row && backfillRecordOf(row);
}

export function backfillRecordOf(row: BackfillRow): BackfillRecord {
  const { state, eventsRead, found, read, hidden, unreadable, startedAt, endedAt, problem } = row;
  return {
    state,
    stage: row.collectedAt === null ? "collecting" : "reading",
    eventsRead,
    found,
    read,
    hidden,
    unreadable,
    toGo: Math.max(0, found - read - hidden - unreadable),
    startedAt,
    endedAt,
    problem,
  };
}
