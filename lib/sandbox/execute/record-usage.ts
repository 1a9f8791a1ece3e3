import type { Contract, Usage } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { watchBudget } from "./watch-budget";

type Work = Partial<Pick<Usage, "seconds" | "labels" | "tasks">>;

/** Work comes in from annotation platforms, not from this API; it only ever adds up. */
export function recordUsage(tx: Transaction, contract: Contract, work: Work): void {
  watchBudget(tx, contract.id, () => {
    const { seconds = 0, labels = 0, tasks = 0 } = contract.usage ?? {};
    const usage = {
      seconds: seconds + (work.seconds ?? 0),
      labels: labels + (work.labels ?? 0),
      tasks: tasks + (work.tasks ?? 0),
      lastAt: tx.now(contract.accountId),
    };
    tx.put("contracts", { ...contract, usage });
  });
}
