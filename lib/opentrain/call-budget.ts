import { createHash } from "node:crypto";
import { CALLS_A_MINUTE } from "./guesses";

/** Who may call next, for everything that calls with one token. */
export type CallBudget = {
  /** Milliseconds until our turn; a turn is taken only when that is within our patience. */
  take(patienceMs: number): Promise<number>;
  /** OpenTrain asked for a rest. */
  rest(ms: number): Promise<void>;
};

const stepMs = 120_000 / CALLS_A_MINUTE;
/** Half of a minute's calls may come at once, the others evenly: no 60 seconds ever hold more than all of them. */
export const PACE = { stepMs, leadMs: 60_000 - stepMs } as const;

/** For one process; its clock must not go back. */
export class ProcessBudget implements CallBudget {
  readonly #now: () => number;
  /** When the next turn would come if none could be taken early. */
  #nextAt = Number.NEGATIVE_INFINITY;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  take(patienceMs: number): Promise<number> {
    const now = this.#now();
    const nextAt = Math.max(this.#nextAt, now);
    const waitMs = Math.max(0, nextAt - PACE.leadMs - now);
    if (waitMs <= patienceMs) this.#nextAt = nextAt + PACE.stepMs;
    return Promise.resolve(waitMs);
  }

  rest(ms: number): Promise<void> {
    this.#nextAt = Math.max(this.#nextAt, this.#now() + PACE.leadMs + ms);
    return Promise.resolve();
  }

  isIdle(): boolean {
    return this.#nextAt <= this.#now();
  }
}

const mostKept = 1000;
const budgets = new Map<string, ProcessBudget>();

/** The one of this process for a token, by the token's digest. */
export function processBudget(token: string): CallBudget {
  const key = createHash("sha256").update(token).digest("hex");
  const known = budgets.get(key) ?? new ProcessBudget();
  if (budgets.size >= mostKept) for (const [name, one] of budgets) if (one.isIdle()) budgets.delete(name);
  budgets.set(key, known);
  return known;
}
