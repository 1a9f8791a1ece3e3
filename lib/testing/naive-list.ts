import type { ApprovalListing, ApprovalSort } from "@/lib/domain/listing/listing";
import { phasesAskedFor } from "@/lib/domain/listing/listing";
import { isOpenPhase, phaseOf } from "@/lib/domain/phase";
import { settledAt } from "@/lib/domain/standing";
import type { ApprovalRow } from "@/lib/store/schema";

// What the list promises, said once more over rows in memory, row by row and without a database.

export function naiveMatches(row: ApprovalRow, listing: ApprovalListing, now: Date): boolean {
  const { types, statuses, contractId, jobId, agent, q, from, to, min, max } = listing;
  const listedAt = isOpenPhase(phaseOf(row, now)) ? row.createdAt : endOf(row);
  return (
    phasesAskedFor(listing).includes(phaseOf(row, now)) &&
    (types === null || types.some((type) => type === row.type)) &&
    (statuses === null || statuses.some((status) => status === row.status)) &&
    (contractId === null || row.contractId === contractId) &&
    (jobId === null || row.jobId === jobId) &&
    (agent === null || (row.agentName ?? row.tokenLabel) === agent) &&
    (from === null || (listedAt !== null && listedAt >= from)) &&
    (to === null || (listedAt !== null && listedAt < to)) &&
    (min === null || (row.totalCents !== null && row.totalCents >= min)) &&
    (max === null || (row.totalCents !== null && row.totalCents <= max)) &&
    (q === null ||
      idsOf(row).includes(q) ||
      plainWords(q).every((word) => plain(namesOf(row)).includes(word)))
  );
}

/** Where a row stands; null when that is not known. */
export function naivePlace(row: ApprovalRow, sort: ApprovalSort): number | null {
  switch (sort.replace("-", "")) {
    case "expires":
      return row.expiresAt?.getTime() ?? null;
    case "created":
      return row.createdAt?.getTime() ?? null;
    case "amount":
      return row.totalCents;
    default:
      return endOf(row)?.getTime() ?? null;
  }
}

type Placed = { id: string; place: number | null };

export function naiveOrder(sort: ApprovalSort): (a: Placed, b: Placed) => number {
  const sign = sort.startsWith("-") ? -1 : 1;
  const byId = (a: Placed, b: Placed) => (a.id < b.id ? -sign : sign);
  return (a, b) => {
    if (a.place === b.place) return byId(a, b);
    if (a.place === null) return 1;
    if (b.place === null) return -1;
    return (a.place - b.place) * sign;
  };
}

function endOf(row: ApprovalRow): Date | null {
  if (row.standing === "open" || row.standing === "unreadable") return null;
  return row.resolvedAt === null ? (row.settledAt ?? row.expiresAt) : settledAt(row);
}

function namesOf(row: ApprovalRow): string {
  const { counterparty, contractTitle, milestoneName, jobTitle, agentName, tokenLabel } = row;
  const terms = [row.recordedTerms, row.toldTerms, row.confirmedTerms].map((one) => one?.name);
  const names = [counterparty, contractTitle, milestoneName, jobTitle, ...terms, agentName, tokenLabel];
  return names.filter(Boolean).join(" ");
}

function idsOf({ id, contractId, milestoneId, jobId, proposalId, counterpartyId }: ApprovalRow) {
  return [id, contractId, milestoneId, jobId, proposalId, counterpartyId];
}

const letters: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "d",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  þ: "th",
  ς: "σ",
};

const plainWords = (q: string) => q.split(" ").map(plain);

function plain(text: string): string {
  const bare = text
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  return [...bare].map((letter) => letters[letter] ?? letter).join("");
}
