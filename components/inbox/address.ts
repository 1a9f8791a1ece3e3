import {
  type GivenSearch,
  type ListPage,
  readListSearch,
  writeListSearch,
} from "@/lib/api/queries/list-search";
import type { ApprovalListing, ApprovalSort } from "@/lib/domain/listing/listing";
import { OPEN_PHASES } from "@/lib/domain/phase";

/** What the address of the inbox may ask. */
export const INBOX: ListPage = {
  fields: ["types", "contractId", "agent", "q", "sort"],
  phases: OPEN_PHASES,
  sort: "expires",
};
export const INBOX_SORTS = ["expires", "-amount", "amount", "-created", "created"] as const;

/** `isOther`: those of a kind we do not know, for which the API has no word. */
export type InboxSearch = ApprovalListing & { isOther: boolean };

const OTHER = "other";
/** No field of the inbox is a day. */
const ANY_ZONE = "UTC";

export function readInboxSearch(given: GivenSearch): InboxSearch {
  const types = given instanceof URLSearchParams ? given.get("type") : given.type;
  return { ...readListSearch(given, INBOX, ANY_ZONE), isOther: types === OTHER };
}

/** "?type=milestone_fund", or nothing where everything is shown as it always is. */
export function inboxSearch(search: Partial<InboxSearch>): string {
  const written = writeListSearch(search, INBOX, ANY_ZONE);
  if (search.isOther) written.set("type", OTHER);
  return written.size === 0 ? "" : `?${written}`;
}

export function tidyInboxSearch(given: URLSearchParams): URLSearchParams {
  return new URLSearchParams(inboxSearch(readInboxSearch(given)));
}

/** Whether only a part of what waits is shown. An order hides nothing. */
export function isNarrowed({ types, isOther, contractId, agent, q }: InboxSearch): boolean {
  return types !== null || isOther || contractId !== null || agent !== null || q !== null;
}

export function orderIn({ sort }: InboxSearch): ApprovalSort {
  return sort ?? INBOX.sort;
}
