import { queryOptions } from "@tanstack/react-query";
import { approvalKeys } from "./approval-keys";
import { readOpenApprovals } from "./gather-open-approvals";
import { pace } from "./pace";
import { withWhatLeftIt } from "./read-together";

export function openApprovalsQuery() {
  return queryOptions({
    queryKey: approvalKeys.open(),
    queryFn: async ({ signal, client }) => withWhatLeftIt(client, await readOpenApprovals(signal)),
    refetchInterval: pace(5_000),
  });
}
