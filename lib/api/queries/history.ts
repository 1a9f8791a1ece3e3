import { keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import type { ApprovalList, HistorySums } from "../types";
import { approvalKeys } from "./approval-keys";
import { fetchJson } from "./fetch-json";
import { pace } from "./pace";

const FIRST_PAGE = 50;
const PART_PAGE = 200;

/** Paused, a question would leave the rows of the one before on the screen, and never say so. */
const endsWithoutNetwork = { networkMode: "always", refetchOnReconnect: true } as const;

/** `search`: what the API is asked, of which everything follows. */
export function historyPageSearch(search: string, cursor: string | null): URLSearchParams {
  const query = new URLSearchParams(search);
  query.set("limit", String(FIRST_PAGE));
  if (cursor) query.set("cursor", cursor);
  return query;
}

export function historyPageQuery(search: string, cursor: string | null) {
  return queryOptions({
    queryKey: approvalKeys.settled(cursor, search),
    queryFn: ({ signal }) =>
      fetchJson<ApprovalList>(`/api/approvals?${historyPageSearch(search, cursor)}`, { signal }),
    refetchInterval: cursor === null ? pace(15_000) : false,
    // Another filter is answered in a moment; until then what was there stays, and says that it is on its way.
    placeholderData: keepPreviousData,
    ...endsWithoutNetwork,
  });
}

export function historySumsSearch(search: string, timeZone: string): URLSearchParams {
  const query = new URLSearchParams(search);
  query.set("zone", timeZone);
  return query;
}

export function historySumsQuery(search: string, timeZone: string) {
  return queryOptions({
    queryKey: approvalKeys.historySums(search, timeZone),
    queryFn: ({ signal }) =>
      fetchJson<HistorySums>(`/api/history/sums?${historySumsSearch(search, timeZone)}`, { signal }),
    refetchInterval: pace(15_000),
    placeholderData: keepPreviousData,
    ...endsWithoutNetwork,
  });
}

/** A stretch of days of a list, and how many rows it has: with another count it is another stretch. */
export type Stretch = { from: string; to: string; count: number };

/** What is far from the screen is soon forgotten: all of a long list would be too much to keep. */
const FORGOTTEN_AFTER_MS = 60_000;

/** One page of a stretch; each needs the end of the one before it, which is asked for first where it is not here. */
export function stretchPageQuery(client: QueryClient, search: string, stretch: Stretch, page: number) {
  const { from, to, count } = stretch;
  return queryOptions({
    queryKey: approvalKeys.settledPart(search, `${from} ${to} ${count} ${page}`),
    queryFn: async ({ signal }): Promise<ApprovalList> => {
      const query = new URLSearchParams(search);
      query.set("from", from);
      query.set("to", to);
      query.set("limit", String(PART_PAGE));
      if (page > 0) {
        const before = await client.fetchQuery(stretchPageQuery(client, search, stretch, page - 1));
        if (before.nextCursor === null) return { ...before, approvals: [] };
        query.set("cursor", before.nextCursor);
      }
      return fetchJson<ApprovalList>(`/api/approvals?${query}`, { signal });
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: FORGOTTEN_AFTER_MS,
  });
}

/** On which page of its stretch a row is, and where there. */
export function pageOfRow(row: number): { page: number; at: number } {
  return { page: Math.floor(row / PART_PAGE), at: row % PART_PAGE };
}
