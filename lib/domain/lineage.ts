import type { UpstreamApproval } from "./records";
import { settledAt } from "./standing";

/** How much later than the older one's end a newer request may be made and still replace it. */
export const SUPERSEDE_TOLERANCE_MS = 1000;

export type LineageFacts = Pick<
  UpstreamApproval,
  | "id"
  | "type"
  | "status"
  | "proposalId"
  | "milestoneId"
  | "contractId"
  | "createdAt"
  | "expiresAt"
  | "resolvedAt"
>;

export type Lineage = {
  supersedes: string | null;
  supersededBy: string | null;
  replacedButConfirmed: boolean;
  askedAgain: { count: number; previousId: string } | null;
  /** The nearest earlier request in its chain that was confirmed though it had been replaced. */
  confirmedInstead: string | null;
};

/** The newer hire request took the older one's place while that was open and not confirmed. */
export function supersedes(older: LineageFacts, newer: LineageFacts): boolean {
  return older.status !== "confirmed" && replaces(older, newer);
}

/** What a request is about: requests with the same key are one lineage. */
export function subjectOf(facts: LineageFacts): string | null {
  switch (facts.type) {
    case "proposal_hire":
      return facts.proposalId && `hire ${facts.proposalId}`;
    case "milestone_fund":
      return facts.milestoneId && `fund ${facts.milestoneId}`;
    case "milestone_approve":
      return facts.milestoneId && `release ${facts.milestoneId}`;
    case "contract_end":
      return facts.contractId && `end ${facts.contractId}`;
    default:
      return null;
  }
}

/** The lineage of every request given; pass all that are known for the same subjects. */
export function lineageOf(requests: readonly LineageFacts[]): Map<string, Lineage> {
  const ordered = requests.toSorted((a, b) => time(a.createdAt) - time(b.createdAt));
  const replacedBy = new Map<string, string>();
  for (const older of ordered) {
    const newer = ordered.find((candidate) => replaces(older, candidate));
    if (newer) replacedBy.set(older.id, newer.id);
  }
  const confirmedInstead = confirmedBefore(ordered, replacedBy);
  return new Map(
    ordered.map((request) => {
      const supersededBy = replacedBy.get(request.id) ?? null;
      return [
        request.id,
        {
          supersedes: ordered.find(({ id }) => replacedBy.get(id) === request.id)?.id ?? null,
          supersededBy,
          replacedButConfirmed: supersededBy !== null && request.status === "confirmed",
          askedAgain: askedAgain(request, ordered, replacedBy),
          confirmedInstead: confirmedInstead.get(request.id) ?? null,
        },
      ];
    }),
  );
}

function replaces(older: LineageFacts, newer: LineageFacts): boolean {
  if (older.type !== "proposal_hire" || newer.type !== "proposal_hire" || older.id === newer.id) return false;
  if (older.proposalId === null || older.proposalId !== newer.proposalId) return false;
  if (!isLater(older, newer)) return false;
  return time(newer.createdAt) <= time(settledAt(older), Number.POSITIVE_INFINITY) + SUPERSEDE_TOLERANCE_MS;
}

/** Oldest first, each hands what it knows to the one that replaced it. */
function confirmedBefore(
  ordered: readonly LineageFacts[],
  replacedBy: ReadonlyMap<string, string>,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const { id, status } of ordered) {
    const newer = replacedBy.get(id);
    const confirmed = status === "confirmed" ? id : found.get(id);
    if (newer !== undefined && confirmed !== undefined) found.set(newer, confirmed);
  }
  return found;
}

/** Every earlier request that this one asks again, the latest first. */
export function earlierOf(id: string, lineages: ReadonlyMap<string, Lineage>): string[] {
  const earlier: string[] = [];
  let previous = lineages.get(id)?.askedAgain?.previousId;
  while (previous !== undefined && !earlier.includes(previous)) {
    earlier.push(previous);
    previous = lineages.get(previous)?.askedAgain?.previousId;
  }
  return earlier;
}

/** In the same millisecond, the one that is settled is the older. */
function isLater(older: LineageFacts, newer: LineageFacts): boolean {
  if (older.createdAt === null || newer.createdAt === null) return false;
  const difference = newer.createdAt.getTime() - older.createdAt.getTime();
  return difference === 0 ? older.resolvedAt !== null && newer.resolvedAt === null : difference > 0;
}

/** Earlier requests for the same thing that were declined or ran out, the replaced ones aside. */
function askedAgain(
  request: LineageFacts,
  ordered: readonly LineageFacts[],
  replacedBy: ReadonlyMap<string, string>,
): Lineage["askedAgain"] {
  const subject = subjectOf(request);
  if (subject === null || request.createdAt === null) return null;
  const earlier = ordered.filter(
    (other) =>
      other.id !== request.id &&
      subjectOf(other) === subject &&
      (other.status === "declined" || other.status === "expired") &&
      !replacedBy.has(other.id) &&
      isLater(other, request),
  );
  const previous = earlier.at(-1);
  return previous ? { count: earlier.length, previousId: previous.id } : null;
}

function time(instant: Date | null, missing = 0): number {
  return instant?.getTime() ?? missing;
}
