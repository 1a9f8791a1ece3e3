import { OPEN_PHASES, SETTLED_PHASES } from "../phase";
import type { ApprovalStatus, ApprovalType, Phase } from "../records";

/** Which requests somebody asks for; null where they said nothing. */
export type ApprovalFilter = {
  phases: Phase[] | null;
  types: ApprovalType[] | null;
  statuses: ApprovalStatus[] | null;
  contractId: string | null;
  jobId: string | null;
  agent: string | null;
  q: string | null;
  from: Date | null;
  to: Date | null;
  min: number | null;
  max: number | null;
};

export const SORTS = [
  "expires",
  "-expires",
  "resolved",
  "-resolved",
  "created",
  "-created",
  "amount",
  "-amount",
] as const;
export type ApprovalSort = (typeof SORTS)[number];

export type ApprovalListing = ApprovalFilter & { sort: ApprovalSort | null };

export const ALL_PHASES: readonly Phase[] = [...OPEN_PHASES, ...SETTLED_PHASES];

/** Everything in the default order: what is open, the nearest deadline first. */
export const NO_FILTER: ApprovalListing = {
  phases: null,
  types: null,
  statuses: null,
  contractId: null,
  jobId: null,
  agent: null,
  q: null,
  from: null,
  to: null,
  min: null,
  max: null,
  sort: null,
};

/** Without phase and status: what is open. */
export function phasesAskedFor({ phases, statuses }: ApprovalFilter): readonly Phase[] {
  return phases ?? (statuses === null ? OPEN_PHASES : ALL_PHASES);
}

/** What is open goes by its deadline, everything else by when it was settled. */
export function sortOf({ sort, ...filter }: ApprovalListing): ApprovalSort {
  if (sort !== null) return sort;
  const isPending =
    filter.phases === null && filter.statuses?.every((status) => status === "pending") === true;
  const isOpen = phasesAskedFor(filter).every((phase) => OPEN_PHASES.some((open) => open === phase));
  return isOpen || isPending ? "expires" : "-resolved";
}
