import { and, eq, notInArray, sql } from "drizzle-orm";
import type { Tx } from "@/lib/store/pool";
import { pendingPayments } from "@/lib/store/schema";

/** The list as it was just read takes the place of the one before. */
export async function replacePayments(
  tx: Tx,
  workspaceId: string,
  rows: (typeof pendingPayments.$inferInsert)[],
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await tx
    .delete(pendingPayments)
    .where(
      and(
        eq(pendingPayments.workspaceId, workspaceId),
        ids.length > 0 ? notInArray(pendingPayments.id, ids) : undefined,
      ),
    );
  if (rows.length === 0) return;
  await tx
    .insert(pendingPayments)
    .values(rows)
    .onConflictDoUpdate({
      target: [pendingPayments.workspaceId, pendingPayments.id],
      set: {
        milestoneId: sql`excluded.milestone_id`,
        milestoneName: sql`excluded.milestone_name`,
        jobId: sql`excluded.job_id`,
        jobTitle: sql`excluded.job_title`,
        amountCents: sql`excluded.amount_cents`,
        createdAt: sql`excluded.created_at`,
        readAt: sql`excluded.read_at`,
      },
    });
}
