import { and, eq, gt, gte, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { CLOSING_SOON_MS, LAST_HOUR_MS } from "@/lib/domain/phase";
import type { Phase, Standing } from "@/lib/domain/records";
import { approvals } from "@/lib/store/schema";

/** The rows that are in one of these phases at `at`: the same answer as the domain's phaseOf, in SQL. */
export function inPhases(phases: readonly Phase[], at: Date): SQL {
  return or(...[...new Set(phases)].map((phase) => inPhase(phase, at))) ?? sql`false`;
}

function inPhase(phase: Phase, at: Date): SQL | undefined {
  const lastHour = new Date(at.getTime() + LAST_HOUR_MS);
  const closingSoon = new Date(at.getTime() + CLOSING_SOON_MS);
  const { expiresAt } = approvals;
  switch (phase) {
    case "past_due":
      return and(stands("open"), lte(expiresAt, at));
    case "last_hour":
      return and(stands("open"), gt(expiresAt, at), lt(expiresAt, lastHour));
    case "closing_soon":
      return and(stands("open"), gte(expiresAt, lastHour), lt(expiresAt, closingSoon));
    case "waiting":
      return and(stands("open"), gte(expiresAt, closingSoon));
    case "unreadable":
      return or(stands("unreadable"), and(stands("open"), isNull(expiresAt)));
    default:
      return stands(phase);
  }
}

function stands(standing: Standing): SQL {
  return eq(approvals.standing, standing);
}
