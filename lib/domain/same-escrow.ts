import type { ApprovalRecord } from "./records";

type EscrowFacts = Pick<ApprovalRecord, "id" | "type" | "contractId" | "standing">;

/** Other open requests beside this one on one contract's money, by what they have to do with each other. */
export type Beside<T> = {
  /** They decide on the same escrow: an end, and the releases it would come before. */
  sameEscrow: T[];
  /** Of a fund: what would end the contract it puts money into. */
  ends: T[];
  /** Of an end: what would put more money into escrow. Nothing is in escrow by it yet. */
  funds: T[];
};

export function besideOn<T extends EscrowFacts>(record: EscrowFacts, others: Iterable<T>): Beside<T> {
  const open = [...others].filter(
    ({ id, contractId, standing }) =>
      id !== record.id && contractId !== null && contractId === record.contractId && standing === "open",
  );
  const of = (type: string) => open.filter((other) => other.type === type);
  switch (record.type) {
    case "contract_end":
      return {
        sameEscrow: [...of("contract_end"), ...of("milestone_approve")],
        ends: [],
        funds: of("milestone_fund"),
      };
    case "milestone_approve":
      return { sameEscrow: of("contract_end"), ends: [], funds: [] };
    case "milestone_fund":
      return { sameEscrow: [], ends: of("contract_end"), funds: [] };
    default:
      return { sameEscrow: [], ends: [], funds: [] };
  }
}
