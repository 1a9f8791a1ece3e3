"use client";

import { useQuery } from "@tanstack/react-query";
import { openApprovalsQuery } from "@/lib/api/queries/open-approvals";
import { summaryQuery } from "@/lib/api/queries/summary";

/** The count beside "Inbox": of the list or the summary, whichever is younger, so that no badge disagrees. */
export function useWaitingCount(): number | null {
  const summary = useQuery(summaryQuery());
  const list = useQuery({ ...openApprovalsQuery(), enabled: false });
  const listed = list.data ? (list.data.totals?.count ?? list.data.approvals.length) : null;
  const summed = summary.data?.waiting.count ?? null;
  if (listed === null || summed === null) return listed ?? summed;
  return list.dataUpdatedAt + 6_000 >= summary.dataUpdatedAt ? listed : summed;
}
