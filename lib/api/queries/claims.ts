import { queryOptions } from "@tanstack/react-query";
import type { ClaimList } from "../types";
import { fetchJson } from "./fetch-json";
import { pace } from "./pace";
import { postNothing } from "./post";

export const claimKeys = { all: ["claims"] as const };

export function claimsQuery() {
  return queryOptions({
    queryKey: claimKeys.all,
    queryFn: ({ signal }) => fetchJson<ClaimList>("/api/claims", { signal }),
    refetchInterval: pace(10_000),
  });
}

export function dismissClaim(id: string): Promise<void> {
  return postNothing(`/api/claims/${encodeURIComponent(id)}/dismiss`);
}

export function restoreClaim(id: string): Promise<void> {
  return postNothing(`/api/claims/${encodeURIComponent(id)}/restore`);
}
