import { queryOptions } from "@tanstack/react-query";
import type { Summary } from "../types";
import { fetchJson } from "./fetch-json";
import { pace } from "./pace";

export const summaryKeys = { all: ["summary"] as const };

export function summaryQuery() {
  return queryOptions({
    queryKey: summaryKeys.all,
    queryFn: ({ signal }) => fetchJson<Summary>("/api/summary", { signal }),
    // How long ago OpenTrain was asked is no change, and is told by nobody.
    refetchInterval: pace(5_000, 15_000),
  });
}
