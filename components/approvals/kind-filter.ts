import type { Approval } from "@/lib/api/types";
import { type Kind, kindOf } from "@/lib/domain/consequences";
import { APPROVAL_TYPES } from "@/lib/domain/standing";

export const FILTERS = ["all", "hire", "fund", "release", "end", "unknown"] as const;
export type Filter = (typeof FILTERS)[number];

/** The address says which kind is looked at: `?type=hire`. Anything else is all of them. */
export function filterIn(search: URLSearchParams): Filter {
  const type = search.get("type");
  return FILTERS.find((filter) => filter === type) ?? "all";
}

export function searchOf(filter: Filter): string {
  return filter === "all" ? "" : `?type=${filter}`;
}

/** The same filter as the list's own parameters; null where they have no word for it. */
export function listFilters(filter: Filter): Record<string, string> | null {
  if (filter === "all") return {};
  const type = APPROVAL_TYPES.find((known) => kindOf(known) === filter);
  return type === undefined ? null : { type };
}

export function filtered(approvals: readonly Approval[], filter: Filter): readonly Approval[] {
  return filter === "all" ? approvals : approvals.filter(({ type }) => kindOf(type) === filter);
}

export function countByKind(approvals: readonly Approval[]): Record<Kind, number> {
  const counts: Record<Kind, number> = { hire: 0, fund: 0, release: 0, end: 0, unknown: 0 };
  for (const { type } of approvals) counts[kindOf(type)] += 1;
  return counts;
}
