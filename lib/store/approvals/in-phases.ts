import { and, eq, gt, gte, inArray, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { CLOSING_SOON_MS, isOpenPhase, LAST_HOUR_MS, OPEN_PHASES, SETTLED_PHASES } from "@/lib/domain/phase";
import type { Phase, Standing } from "@/lib/domain/records";
import { approvals } from "@/lib/store/schema";

/**
 * The rows that are in one of these phases at `at`: the same answer as the domain's phaseOf, in SQL. A whole
 * group is said without the clock, as the indexes say it.
 */
export function inPhases(phases: readonly Phase[], at: Date): SQL | undefined {
  const hasAll = (group: readonly Phase[]) => group.every((phase) => phases.includes(phase));
  if (hasAll([...OPEN_PHASES, ...SETTLED_PHASES])) return undefined;
  const isOpen = hasAll(OPEN_PHASES) ? [inArray(approvals.standing, ["open", "unreadable"])] : [];
  const others = [...new Set(phases)].filter((phase) => isOpen.length === 0 || !isOpenPhase(phase));
  return or(...isOpen, ...others.map((phase) => inPhase(phase, at))) ?? sql`false`;
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
