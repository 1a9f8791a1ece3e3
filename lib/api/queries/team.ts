import { queryOptions } from "@tanstack/react-query";
import type { NewInvitation, Team } from "../types";
import { fetchJson } from "./fetch-json";
import { postJson, postNothing } from "./post";

export const teamKeys = { all: ["team"] as const };

export function teamQuery() {
  return queryOptions({
    queryKey: teamKeys.all,
    queryFn: ({ signal }) => fetchJson<Team>("/api/team", { signal }),
    refetchInterval: 10_000,
  });
}

export function invite(input: { label?: string; personId?: string }): Promise<NewInvitation> {
  return postJson("/api/invitations", { role: "finance", ...input });
}

export function revokeInvitation(id: string): Promise<void> {
  return postNothing(`/api/invitations/${id}/revoke`);
}

export function removeMember(id: string): Promise<void> {
  return postNothing(`/api/team/members/${id}/remove`);
}
