"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { invite, teamKeys } from "@/lib/api/queries/team";

/** The link stays in this mutation alone: in no cache, and gone with the page. */
export function useInvite() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: invite,
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: teamKeys.all }),
  });
}
