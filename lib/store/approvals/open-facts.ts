import { and, count, eq, gt, inArray, min, ne } from "drizzle-orm";
import type { Db, Tx } from "@/lib/store/pool";
import { approvals, asks } from "@/lib/store/schema";

const isWaiting = inArray(approvals.standing, ["open", "unreadable"]);

/** The nearest deadline that has not passed. */
export function nextDeadline(db: Db, workspaceId: string, at: Date) {
  return db
    .select({ next: min(approvals.expiresAt) })
    .from(approvals)
    .where(
      and(
        eq(approvals.workspaceId, workspaceId),
        eq(approvals.standing, "open"),
        gt(approvals.expiresAt, at),
      ),
    );
}

/** Waiting ones whose link must not be opened. */
export function countQuarantined(db: Db, workspaceId: string) {
  return db
    .select({ count: count() })
    .from(approvals)
    .where(and(eq(approvals.workspaceId, workspaceId), isWaiting, eq(approvals.linkState, "quarantined")));
}

/** Whether anybody ever told this inbox of a request; what the feed names afterwards is no telling. */
export function everTold(db: Db, workspaceId: string) {
  return db
    .select({ id: approvals.id })
    .from(approvals)
    .where(
      and(eq(approvals.workspaceId, workspaceId), inArray(approvals.way, ["recorder", "capture", "paste"])),
    )
    .limit(1);
}

/** Whether anybody ever asked through it, whatever OpenTrain said. */
export function everAsked(db: Db, workspaceId: string) {
  return db
    .select({ id: asks.id })
    .from(asks)
    .where(and(eq(asks.workspaceId, workspaceId), ne(asks.state, "never_sent")))
    .limit(1);
}

/** Milestones whose release OpenTrain confirmed, whatever it calls their state. */
export async function confirmedReleasesOn(
  db: Db | Tx,
  workspaceId: string,
  contractId: string,
): Promise<Set<string>> {
  const rows = await db
    .select({ milestoneId: approvals.milestoneId })
    .from(approvals)
    .where(
      and(
        eq(approvals.workspaceId, workspaceId),
        eq(approvals.contractId, contractId),
        eq(approvals.type, "milestone_approve"),
        eq(approvals.standing, "confirmed"),
      ),
    );
  return new Set(rows.flatMap(({ milestoneId }) => milestoneId ?? []));
}
