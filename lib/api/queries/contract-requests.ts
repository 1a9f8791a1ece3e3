import { queryOptions } from "@tanstack/react-query";
import type { ApprovalList } from "../types";
import { approvalKeys } from "./approval-keys";
import { fetchJson } from "./fetch-json";
import { pace } from "./pace";

const PAGE = "25";

export function contractRequestsSearch(contractId: string, cursor: string | null): URLSearchParams {
  const sort = "-created";
  return new URLSearchParams({
    ...{ contractId, phase: "all", sort, limit: PAGE },
    ...(cursor === null ? {} : { cursor }),
  });
}

/** Every request on one contract, the newest first, page by page. */
export function contractRequestsQuery(contractId: string, cursor: string | null) {
  return queryOptions({
    queryKey: approvalKeys.onContract(contractId, cursor),
    queryFn: ({ signal }) =>
      fetchJson<ApprovalList>(`/api/approvals?${contractRequestsSearch(contractId, cursor)}`, { signal }),
    refetchInterval: cursor === null ? pace(15_000) : false,
  });
}
