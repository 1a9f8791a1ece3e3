import { queryOptions } from "@tanstack/react-query";
import type { ClaimList } from "../types";
import { fetchJson } from "./fetch-json";

export const claimKeys = { all: ["claims"] as const };

export function claimsQuery() {
  return queryOptions({
    queryKey: claimKeys.all,
    queryFn: ({ signal }) => fetchJson<ClaimList>("/api/claims", { signal }),
    refetchInterval: 10_000,
  });
}
