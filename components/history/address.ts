import { addresses } from "@/components/addresses";
import {
  apiSearch,
  type GivenSearch,
  type ListPage,
  readListSearch,
  writeListSearch,
} from "@/lib/api/queries/list-search";
import type { ApprovalListing } from "@/lib/domain/listing/listing";
import { SETTLED_PHASES } from "@/lib/domain/phase";

/** What the address of history may ask. */
export const HISTORY: ListPage = {
  fields: ["phases", "types", "contractId", "agent", "q", "from", "to", "min", "max"],
  phases: SETTLED_PHASES,
  sort: "-resolved",
};

export function readHistorySearch(given: GivenSearch, timeZone: string): ApprovalListing {
  return readListSearch(given, HISTORY, timeZone);
}

/** "?phase=lapsed", or nothing where everything is shown. */
export function historySearch(listing: Partial<ApprovalListing>, timeZone: string): string {
  const written = writeListSearch(listing, HISTORY, timeZone);
  return written.size === 0 ? "" : `?${written}`;
}

export function tidyHistorySearch(given: URLSearchParams, timeZone: string): URLSearchParams {
  return writeListSearch(readHistorySearch(given, timeZone), HISTORY, timeZone);
}

export function historyHref(listing: Partial<ApprovalListing>, timeZone: string): string {
  return `${addresses.history}${historySearch(listing, timeZone)}`;
}

/** What the API is asked for it. */
export function historyQuery(listing: ApprovalListing): URLSearchParams {
  return apiSearch(listing, HISTORY);
}

/** `but`: whether anything else narrows the list. */
export function isNarrowed(listing: ApprovalListing, but: readonly (keyof ApprovalListing)[] = []): boolean {
  const { sort: _, ...filter } = listing;
  return Object.entries(filter).some(([name, value]) => value !== null && !but.some((one) => one === name));
}
