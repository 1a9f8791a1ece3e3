import { milestonesOf } from "../actions/check-contract";
import type { Approval } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { contractDetailOut } from "../wire/contract";
import { milestoneOut } from "../wire/milestone";

/** Lets an action happen and keeps contract, milestones and feed showing what they showed before. */
export function withoutTrace(tx: Transaction, approval: Approval, act: () => void): void {
  const { accountId } = approval;
  const { guesses } = tx.account(accountId);
  const { lastEventId } = tx.meta();
  const contract = approval.contractId === null ? undefined : tx.get("contracts", approval.contractId);
  const milestones = contract ? milestonesOf(tx, contract) : [];
  act();
  const contractId = tx.must("approvals", approval.id).result?.contractId;
  if (!contract && typeof contractId === "string") {
    tx.put("contracts", { ...tx.must("contracts", contractId), shown: "nothing" });
  }
  if (contract) {
    const { milestones: _own, ...shown } = contractDetailOut(contract, milestones, guesses);
    tx.put("contracts", { ...tx.must("contracts", contract.id), shown });
  }
  for (const before of milestones) {
    const after = tx.must("milestones", before.id);
    if (after !== before) tx.put("milestones", { ...after, shown: milestoneOut(before, guesses) });
  }
  for (const event of tx.of("events", accountId)) {
    if (Number(event.id) > lastEventId) tx.put("events", { ...event, shown: "nothing" });
  }
}
