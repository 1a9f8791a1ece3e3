import type { ApprovalRecord } from "./records";

type EscrowFacts = Pick<ApprovalRecord, "id" | "type" | "contractId" | "standing">;

/** Other open requests that decide on the same escrow: an end and the releases of its contract. */
export function onSameEscrow<T extends EscrowFacts>(record: EscrowFacts, others: Iterable<T>): T[] {
  return [...others].filter((other) => {
    if (other.id === record.id || other.contractId === null || other.contractId !== record.contractId)
      return false;
    if (other.standing !== "open") return false;
    const types = new Set([record.type, other.type]);
    return types.has("contract_end") && (types.has("milestone_approve") || types.has("milestone_fund"));
  });
}
