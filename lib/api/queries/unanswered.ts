import { queryOptions } from "@tanstack/react-query";
import type { UnansweredList } from "../types";
import { fetchJson } from "./fetch-json";

export const unansweredKeys = { all: ["unanswered"] as const };

export function unansweredQuery() {
  return queryOptions({
    queryKey: unansweredKeys.all,
    queryFn: ({ signal }) => fetchJson<UnansweredList>("/api/unanswered", { signal }),
    refetchInterval: 15_000,
  });
}
