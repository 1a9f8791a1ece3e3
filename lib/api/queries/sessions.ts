import { queryOptions } from "@tanstack/react-query";
import type { OwnSessions } from "../types";
import { fetchJson } from "./fetch-json";
import { postJson, postNothing } from "./post";

export const sessionKeys = { all: ["sessions"] as const };

export function sessionsQuery() {
  return queryOptions({
    queryKey: sessionKeys.all,
    queryFn: ({ signal }) => fetchJson<OwnSessions>("/api/sessions", { signal }),
    refetchInterval: 15_000,
  });
}

export function endSession(id: string): Promise<void> {
  return postNothing(`/api/sessions/${id}/end`);
}

export function endOtherSessions(): Promise<{ ended: number }> {
  return postJson("/api/sessions/end-others", {});
}

export function changePassword(input: { present: string; password: string }): Promise<{ ended: number }> {
  return postJson("/api/password", input);
}
