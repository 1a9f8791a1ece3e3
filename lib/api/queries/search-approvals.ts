import { queryOptions } from "@tanstack/react-query";
import type { ApprovalList } from "../types";
import { fetchJson } from "./fetch-json";

const SHOWN = "8";

/** The first few of everything kept here that the words are in, whatever became of it. */
export function searchApprovalsQuery(words: string) {
  const search = new URLSearchParams({ phase: "all", q: words, limit: SHOWN });
  return queryOptions({
    queryKey: ["approvals", "search", words] as const,
    queryFn: ({ signal }) => fetchJson<ApprovalList>(`/api/approvals?${search}`, { signal }),
  });
}
