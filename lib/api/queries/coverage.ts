import { queryOptions } from "@tanstack/react-query";
import type { Coverage } from "../types";
import { fetchJson } from "./fetch-json";
import { summaryKeys } from "./summary";

/** Under the summary, whose figure it explains: what makes that one old makes this one old too. */
export const coverageKeys = { all: [...summaryKeys.all, "coverage"] as const };

export function coverageQuery() {
  return queryOptions({
    queryKey: coverageKeys.all,
    queryFn: ({ signal }) => fetchJson<Coverage>("/api/coverage", { signal }),
    staleTime: 30_000,
  });
}
