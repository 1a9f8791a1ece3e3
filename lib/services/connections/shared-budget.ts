import { log } from "@/lib/log";
import { type CallBudget, PACE, processBudget } from "@/lib/opentrain/call-budget";
import { type Pace, restFor, takeTurn } from "@/lib/store/call-budgets";
import type { Db } from "@/lib/store/pool";

/**
 * One budget for a token in all processes. When the database does not answer, each process keeps to it alone:
 * a budget is no reason not to look.
 */
export function sharedBudget(
  db: Db,
  { fingerprint }: { fingerprint: Buffer },
  alone = processBudget(fingerprint.toString("hex")),
  pace: Pace = PACE,
): CallBudget {
  const orAlone = async <T>(shared: Promise<T>, instead: () => Promise<T>): Promise<T> => {
    try {
      return await shared;
    } catch (error) {
      log.warn({ error }, "the budget of calls could not be shared");
      return instead();
    }
  };
  return {
    take: (patienceMs) => orAlone(takeTurn(db, fingerprint, pace, patienceMs), () => alone.take(patienceMs)),
    rest: (ms) => orAlone(restFor(db, fingerprint, PACE, ms), () => alone.rest(ms)),
  };
}

/** For what can wait: it leaves half of what may come at once to everything else, which so never waits for it. */
export function patientBudget(db: Db, row: { fingerprint: Buffer }): CallBudget {
  return sharedBudget(db, row, undefined, { ...PACE, leadMs: PACE.leadMs / 2 });
}
