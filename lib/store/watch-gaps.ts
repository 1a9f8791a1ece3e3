import { randomUUID } from "node:crypto";
import { and, desc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/store/pool";
import { type GapWhy, watchGaps } from "@/lib/store/schema";

/** From then on something may be missed; opened twice by the same source it is still one gap. */
export async function openGap(
  tx: Db | Tx,
  gap: { workspaceId: string; source: string; why: GapWhy; fromAt: Date },
): Promise<void> {
  await tx
    .insert(watchGaps)
    .values({ id: randomUUID(), ...gap })
    .onConflictDoNothing();
}

/** Whether there was one to close. */
export async function closeGap(
  tx: Db | Tx,
  { workspaceId, source, untilAt }: { workspaceId: string; source: string; untilAt: Date },
): Promise<boolean> {
  const closed = await tx
    .update(watchGaps)
    .set({ untilAt: sql`greatest(${watchGaps.fromAt}, ${untilAt.toISOString()}::timestamptz)` })
    .where(
      and(eq(watchGaps.workspaceId, workspaceId), eq(watchGaps.source, source), isNull(watchGaps.untilAt)),
    )
    .returning({ id: watchGaps.id });
  return closed.length > 0;
}

export type GapRow = { fromAt: Date; untilAt: Date | null; why: GapWhy };

/** Those that touch a period, the latest first. */
export async function gapsWithin(
  db: Db,
  {
    workspaceId,
    from,
    to,
    why,
    most,
  }: { workspaceId: string; from: Date; to: Date; why?: GapWhy; most: number },
): Promise<GapRow[]> {
  return db
    .select({ fromAt: watchGaps.fromAt, untilAt: watchGaps.untilAt, why: watchGaps.why })
    .from(watchGaps)
    .where(
      and(
        eq(watchGaps.workspaceId, workspaceId),
        lt(watchGaps.fromAt, to),
        why && eq(watchGaps.why, why),
        or(isNull(watchGaps.untilAt), gt(watchGaps.untilAt, from)),
      ),
    )
    .orderBy(desc(watchGaps.fromAt))
    .limit(most);
}
