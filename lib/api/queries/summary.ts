import { queryOptions } from "@tanstack/react-query";
import type { Summary } from "../types";
import { fetchJson } from "./fetch-json";

export const summaryKeys = { all: ["summary"] as const };

export function summaryQuery() {
  return queryOptions({
    queryKey: summaryKeys.all,
    queryFn: ({ signal }) => fetchJson<Summary>("/api/summary", { signal }),
    refetchInterval: 5_000,
  });
}
