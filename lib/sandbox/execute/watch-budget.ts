import { milestonesOf } from "../actions/check-contract";
import { emitBudgetState } from "../emit-event";
import type { Transaction } from "../state/transaction";
import { budgetOut } from "../wire/budget";

/** Whatever happens to a contract's money or work: if its budget is in another state afterwards, that is told. */
export function watchBudget(tx: Transaction, contractId: string, act: () => void): void {
  const before = budgetOf(tx, contractId);
  act();
  const after = budgetOf(tx, contractId);
  if (before.state === after.state) return;
  emitBudgetState(tx, tx.must("contracts", contractId), before, after);
}

function budgetOf(tx: Transaction, contractId: string) {
  const contract = tx.must("contracts", contractId);
  return budgetOut(contract, milestonesOf(tx, contract), tx.account(contract.accountId).guesses);
}
