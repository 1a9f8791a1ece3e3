import { isApprovalId } from "../links";
import { OPEN_PHASES, SETTLED_PHASES } from "../phase";
import type { ApprovalStatus, Phase } from "../records";
import { APPROVAL_TYPES } from "../standing";
import { ALL_PHASES, type ApprovalListing, SORTS } from "./listing";
import { parseInstant } from "./parse-instant";

export type ListingProblem = { field: string; reason?: "unknown_parameter" | "repeated" };

const statuses: readonly ApprovalStatus[] = ["pending", "confirmed", "declined", "expired"];
const groups = new Map<string, readonly Phase[]>([
  ["open", OPEN_PHASES],
  ["settled", SETTLED_PHASES],
  ["all", ALL_PHASES],
  ...ALL_PHASES.map((phase): [string, readonly Phase[]] => [phase, [phase]]),
]);

const readers: {
  [K in keyof ApprovalListing]: { name: string; read: (text: string) => ApprovalListing[K] };
} = {
  phases: { name: "phase", read: (text) => eachOf(text, (word) => groups.get(word)) },
  types: {
    name: "type",
    read: (text) => eachOf(text, (word) => APPROVAL_TYPES.filter((one) => one === word)),
  },
  statuses: {
    name: "status",
    read: (text) => eachOf(text, (word) => statuses.filter((one) => one === word)),
  },
  contractId: { name: "contractId", read: idOf },
  jobId: { name: "jobId", read: idOf },
  agent: { name: "agent", read: wordsOf },
  q: { name: "q", read: (text) => wordsOf(text.replaceAll(/\s+/g, " ").trim()) },
  from: { name: "from", read: parseInstant },
  to: { name: "to", read: parseInstant },
  min: { name: "min", read: centsOf },
  max: { name: "max", read: centsOf },
  sort: { name: "sort", read: (text) => SORTS.find((sort) => sort === text) ?? null },
};

/** The names an address may hold for a list, in the order in which they are written. */
export const LISTING_NAMES: readonly string[] = Object.values(readers).map(({ name }) => name);

/**
 * What an address asks for: the API's and the pages' own. The first thing in it that cannot be meant is named;
 * `beside`: what else the address may hold that is read by somebody else.
 */
export function parseListing(
  query: URLSearchParams,
  beside: readonly string[] = [],
): { listing: ApprovalListing } | { problem: ListingProblem } {
  for (const name of query.keys()) {
    if (!LISTING_NAMES.includes(name) && !beside.includes(name)) {
      return { problem: { field: name, reason: "unknown_parameter" } };
    }
    if (query.getAll(name).length > 1) return { problem: { field: name, reason: "repeated" } };
  }
  const listing: Record<string, unknown> = {};
  for (const [key, { name, read }] of Object.entries(readers)) {
    const given = query.get(name);
    const value = given === null ? null : read(given);
    if (given !== null && value === null) return { problem: { field: name } };
    listing[key] = value;
  }
  // Each value was made by the reader of its own name, which the compiler cannot follow.
  return { listing: listing as ApprovalListing };
}

/** A comma list in which every word must mean something. */
function eachOf<T>(text: string, read: (word: string) => readonly T[] | undefined): T[] | null {
  const found = text.split(",").map((word) => read(word) ?? []);
  return found.some((values) => values.length === 0) ? null : [...new Set(found.flat())];
}

function idOf(text: string): string | null {
  return isApprovalId(text) ? text : null;
}

const longest = 200;
const UNSTORABLE = /[\p{Cc}\p{Cs}]/u;

function wordsOf(text: string): string | null {
  return text.trim() === "" || text.length > longest || UNSTORABLE.test(text) ? null : text;
}

function centsOf(text: string): number | null {
  return /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : null;
}
