import { queryOptions } from "@tanstack/react-query";
import type { UnansweredList } from "../types";
import { fetchJson } from "./fetch-json";
import { pace } from "./pace";

export const unansweredKeys = { all: ["unanswered"] as const };

/** As the summary counts them: what was found out since, and what faded, is listed and not counted. */
export function countUnheard({ unanswered }: UnansweredList): number {
  return unanswered.filter(({ state }) => state === "unknown").length;
}

export function unansweredQuery() {
  return queryOptions({
    queryKey: unansweredKeys.all,
    queryFn: ({ signal }) => fetchJson<UnansweredList>("/api/unanswered", { signal }),
    refetchInterval: pace(15_000),
  });
}
