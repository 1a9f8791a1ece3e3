import { queryOptions } from "@tanstack/react-query";
import type { ApprovalList } from "../types";
import { approvalKeys } from "./approval-keys";
import { fetchJson } from "./fetch-json";
import { pace } from "./pace";

const PAGE = "50";

export function settledSearch(cursor: string | null): URLSearchParams {
  return new URLSearchParams({ phase: "settled", limit: PAGE, ...(cursor ? { cursor } : {}) });
}

export function settledApprovalsQuery(cursor: string | null) {
  return queryOptions({
    queryKey: approvalKeys.settled(cursor),
    queryFn: ({ signal }) => fetchJson<ApprovalList>(`/api/approvals?${settledSearch(cursor)}`, { signal }),
    refetchInterval: cursor === null ? pace(15_000) : false,
  });
}
