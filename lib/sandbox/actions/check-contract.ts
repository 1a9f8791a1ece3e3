import { Refusal } from "../refusal";
import type { Contract, Milestone } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { isShown } from "../wire/show";

export function findContract(tx: Transaction, accountId: string, contractId: string): Contract {
  const contract = tx.get("contracts", contractId);
  if (!contract || contract.accountId !== accountId || !isShown(contract)) {
    throw new Refusal("NOT_FOUND", "No such contract.", { resource: "contracts", contractId });
  }
  return contract;
}

export function milestonesOf(tx: Transaction, contract: Contract): Milestone[] {
  return tx.where("milestones", "contractId", contract.id);
}
