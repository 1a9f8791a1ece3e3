import { milestonesOf } from "../actions/check-contract";
import { recordUsage } from "../execute/record-usage";
import { Refusal } from "../refusal";
import type { Transaction } from "../state/transaction";
import { budgetOut } from "../wire/budget";
import { optionalInteger, readFields } from "./read-fields";

const MAX = 1_000_000_000;

/** What an annotation platform would report about the work on a contract. */
export function recordUsageByDoor(tx: Transaction, contractId: string, body: unknown) {
  const fields = readFields(body, ["seconds", "labels", "tasks"]);
  const contract = tx.get("contracts", contractId);
  if (!contract) throw new Refusal("NOT_FOUND", "No such contract.", { resource: "contracts", contractId });
  recordUsage(tx, contract, {
    seconds: optionalInteger(fields, "seconds", 0, MAX) ?? 0,
    labels: optionalInteger(fields, "labels", 0, MAX) ?? 0,
    tasks: optionalInteger(fields, "tasks", 0, MAX) ?? 0,
  });
  const { guesses } = tx.account(contract.accountId);
  const used = tx.must("contracts", contractId);
  return { budget: budgetOut(used, milestonesOf(tx, used), guesses) };
}
