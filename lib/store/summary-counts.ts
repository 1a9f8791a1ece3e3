import { exists, or, sql } from "drizzle-orm";
import { countQuarantined, everAsked, everTold, nextDeadline } from "@/lib/store/approvals/open-facts";
import { countUnknown } from "@/lib/store/asks/rows";
import { countBlocked } from "@/lib/store/blocked/rows";
import { countClaims } from "@/lib/store/claims/rows";
import type { Db } from "@/lib/store/pool";
import { approvals } from "@/lib/store/schema";

export type SummaryCounts = {
  claims: number;
  blocked: number;
  unanswered: number;
  quarantined: number;
  nextExpiresAt: Date | null;
  wasEverTold: boolean;
};

/** The small figures of the summary in one question: every open page asks for it at every change. */
export async function summaryCounts(
  db: Db,
  { workspaceId, at, heardSince }: { workspaceId: string; at: Date; heardSince: Date },
): Promise<SummaryCounts> {
  const [counts] = await db
    .select({
      claims: sql`${countClaims(db, workspaceId)}`.mapWith(Number),
      blocked: sql`${countBlocked(db, workspaceId, heardSince)}`.mapWith(Number),
      unanswered: sql`${countUnknown(db, workspaceId, heardSince)}`.mapWith(Number),
      quarantined: sql`${countQuarantined(db, workspaceId)}`.mapWith(Number),
      nextExpiresAt: sql<Date | null>`${nextDeadline(db, workspaceId, at)}`.mapWith(approvals.expiresAt),
      wasEverTold: sql<boolean>`${or(exists(everTold(db, workspaceId)), exists(everAsked(db, workspaceId)))}`,
    })
    .from(sql`(values (1)) as once`);
  if (!counts) throw new Error("the database counted nothing");
  return counts;
}
