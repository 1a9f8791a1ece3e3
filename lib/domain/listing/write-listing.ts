import { OPEN_PHASES, SETTLED_PHASES } from "../phase";
import type { Phase } from "../records";
import { ALL_PHASES, type ApprovalListing } from "./listing";

/** The address that asks for this, in one order for all: two that ask for the same are the same. */
export function writeListing(listing: Partial<ApprovalListing>): URLSearchParams {
  const query = new URLSearchParams();
  const add = (name: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined) query.set(name, String(value));
  };
  add("phase", listing.phases && phaseWords(listing.phases));
  add("type", listing.types?.toSorted().join(","));
  add("status", listing.statuses?.toSorted().join(","));
  add("contractId", listing.contractId);
  add("jobId", listing.jobId);
  add("agent", listing.agent);
  add("q", listing.q);
  add("from", listing.from?.toISOString());
  add("to", listing.to?.toISOString());
  add("min", listing.min);
  add("max", listing.max);
  add("sort", listing.sort);
  return query;
}

function phaseWords(phases: readonly Phase[]): string {
  const has = (group: readonly Phase[]) => group.every((phase) => phases.includes(phase));
  if (has(ALL_PHASES)) return "all";
  const words: string[] = [];
  for (const [word, group] of [
    ["open", OPEN_PHASES],
    ["settled", SETTLED_PHASES],
  ] as const) {
    if (has(group)) words.push(word);
    else words.push(...group.filter((phase) => phases.includes(phase)));
  }
  return words.join(",");
}
