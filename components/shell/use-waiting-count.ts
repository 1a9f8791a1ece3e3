"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { approvalKeys } from "@/lib/api/queries/approval-keys";
import { summaryQuery } from "@/lib/api/queries/summary";
import type { ApprovalList } from "@/lib/api/types";

/** Both are polled apart; so much younger has one to be before it is believed over the list on the screen. */
const TOGETHER_MS = 6_000;

/** The count beside "Inbox": of the list or the summary, whichever is younger, so that no badge disagrees. */
export function useWaitingCount(): number | null {
  const summary = useQuery(summaryQuery());
  const listed = useListedCount(summary.dataUpdatedAt);
  return listed ?? summary.data?.waiting.count ?? null;
}

/**
 * Looks at the list in the cache without asking for it: a second reader that came first would keep what the
 * server read from being drawn.
 */
function useListedCount(summaryAt: number): number | null {
  const queries = useQueryClient();
  const subscribe = useCallback((reader: () => void) => queries.getQueryCache().subscribe(reader), [queries]);
  const read = () => {
    const state = queries.getQueryState<ApprovalList>(approvalKeys.open());
    if (!state?.data || state.dataUpdatedAt + TOGETHER_MS < summaryAt) return null;
    // A page nobody looks at is told that its list is old and does not ask again until it is seen.
    if (document.hidden && state.dataUpdatedAt < summaryAt) return null;
    return state.data.totals?.count ?? state.data.approvals.length;
  };
  return useSyncExternalStore(subscribe, read, () => null);
}
