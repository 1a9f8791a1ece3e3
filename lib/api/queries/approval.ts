import { queryOptions } from "@tanstack/react-query";
import { approvalKeys } from "./approval-keys";
import { pace } from "./pace";
import { postNothing } from "./post";
import { readApproval, withWhatHangsOnIt } from "./read-together";

export function approvalQuery(id: string, { pollMs = 5_000 } = {}) {
  return queryOptions({
    queryKey: approvalKeys.detail(id),
    queryFn: async ({ signal, client }) => withWhatHangsOnIt(client, await readApproval(id, signal)),
    refetchInterval: pace(pollMs),
  });
}

/** Said on the side while the new tab opens; nothing waits for it and nothing depends on it. */
export function noteOpened(id: string): void {
  postNothing(`/api/approvals/${encodeURIComponent(id)}/opened`, { keepalive: true }).catch(() => undefined);
}

/** Asks for a fresh look at OpenTrain's answer; the answer itself comes with the next read of ours. */
export function askForRead(id: string): Promise<void> {
  return postNothing(`/api/approvals/${encodeURIComponent(id)}/read`);
}
