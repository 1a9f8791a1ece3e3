import { queryOptions } from "@tanstack/react-query";
import type { BlockedList } from "../types";
import { fetchJson } from "./fetch-json";
import { pace } from "./pace";
import { postNothing } from "./post";

export const blockedKeys = { all: ["blocked"] as const };

export function blockedQuery() {
  return queryOptions({
    queryKey: blockedKeys.all,
    queryFn: ({ signal }) => fetchJson<BlockedList>("/api/blocked", { signal }),
    refetchInterval: pace(15_000),
  });
}

export function dismissBlocked(id: string): Promise<void> {
  return postNothing(`/api/blocked/${encodeURIComponent(id)}/dismiss`);
}

export function restoreBlocked(id: string): Promise<void> {
  return postNothing(`/api/blocked/${encodeURIComponent(id)}/restore`);
}
