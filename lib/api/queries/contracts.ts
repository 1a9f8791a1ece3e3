import { queryOptions } from "@tanstack/react-query";
import type { ContractDetail, ContractList } from "../types";
import { fetchJson } from "./fetch-json";
import { pace } from "./pace";

export const contractKeys = {
  all: ["contracts"] as const,
  list: () => ["contracts", "list"] as const,
  detail: (id: string) => ["contracts", "detail", id] as const,
};

export function contractsQuery() {
  return queryOptions({
    queryKey: contractKeys.list(),
    queryFn: ({ signal }) => fetchJson<ContractList>("/api/contracts", { signal }),
    refetchInterval: pace(15_000),
  });
}

export function contractQuery(id: string) {
  return queryOptions({
    queryKey: contractKeys.detail(id),
    queryFn: ({ signal }) =>
      fetchJson<ContractDetail>(`/api/contracts/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: pace(15_000),
  });
}
