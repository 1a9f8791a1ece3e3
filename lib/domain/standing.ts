import type { ApprovalStatus, ApprovalType, Standing } from "./records";

export const APPROVAL_TYPES = [
  "proposal_hire",
  "milestone_fund",
  "milestone_approve",
  "contract_end",
] as const satisfies readonly ApprovalType[];

export function isApprovalType(type: string | null): type is ApprovalType {
  return APPROVAL_TYPES.some((known) => known === type);
}

const STANDING_OF_STATUS: Record<ApprovalStatus, Standing> = {
  pending: "open",
  confirmed: "confirmed",
  declined: "declined",
  expired: "lapsed",
};

export function isApprovalStatus(status: string | null): status is ApprovalStatus {
  return status !== null && Object.hasOwn(STANDING_OF_STATUS, status);
}

export type EndStatus = Exclude<ApprovalStatus, "pending">;

export function isEndStatus(status: string | null): status is EndStatus {
  return isApprovalStatus(status) && status !== "pending";
}

/** What the feed says of an end: the word, null for one we do not know, and when it was told. */
export type Settlement = { status: EndStatus | null; at: Date | null };

export type StandingFacts = {
  status: string | null;
  expiresAt: Date | null;
  /** The newer request that replaced this one while it was open, as `lineageOf` found it. */
  supersededBy: string | null;
};

/** Confirmed wins over everything; superseded over declined, lapsed and open. */
export function standingOf({ status, expiresAt, supersededBy }: StandingFacts): Standing {
  if (status === "confirmed") return "confirmed";
  if (supersededBy !== null) return "superseded";
  if (!isApprovalStatus(status)) return "unreadable";
  return status === "pending" && expiresAt === null ? "unreadable" : STANDING_OF_STATUS[status];
}

/** When what is over ended, as lists go by it; the database works out the same for itself. */
export function endOf(row: {
  standing: Standing;
  resolvedAt: Date | null;
  settledAt: Date | null;
  expiresAt: Date | null;
}): Date | null {
  if (row.standing === "open" || row.standing === "unreadable") return null;
  return row.resolvedAt === null ? (row.settledAt ?? row.expiresAt) : settledAt(row);
}

/** When it was settled, by OpenTrain's clock: the earlier of its answer and its deadline. */
export function settledAt(facts: { resolvedAt: Date | null; expiresAt: Date | null }): Date | null {
  const { resolvedAt, expiresAt } = facts;
  if (resolvedAt === null || expiresAt === null) return resolvedAt ?? expiresAt;
  return new Date(Math.min(resolvedAt.getTime(), expiresAt.getTime()));
}
