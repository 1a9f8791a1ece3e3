import type { MilestonePhase } from "./records";

type Milestone = { phase: MilestonePhase; amountCents: number | null; goneAt: string | null };
/** `unknown`: so many milestones of the kind have no figure. */
type Part = { cents: number; unknown: number };
export type ContractMoney = {
  released: Part;
  escrow: Part;
  notFunded: Part;
  /** Milestones that are in none of the three: in a state we cannot place, or no longer listed. */
  other: number;
  gone: number;
};

/** Where a contract's money stands, each kind by itself and never added to another. */
export function contractMoney(milestones: readonly Milestone[]): ContractMoney {
  const here = milestones.filter(({ goneAt }) => goneAt === null);
  const part = (...phases: MilestonePhase[]): Part => {
    const found = here.filter(({ phase }) => phases.includes(phase));
    return {
      cents: found.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0),
      unknown: found.filter(({ amountCents }) => amountCents === null).length,
    };
  };
  return {
    released: part("released"),
    escrow: part("funded", "submitted"),
    notFunded: part("not_funded"),
    other: here.filter(({ phase }) => phase === "other").length,
    gone: milestones.length - here.length,
  };
}
