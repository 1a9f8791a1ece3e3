import { notifyManager, type QueryClient } from "@tanstack/react-query";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Approval, ApprovalDetail, ApprovalList, ContractDetail, Summary } from "../types";
import { approvalKeys } from "./approval-keys";
import { contractKeys } from "./contracts";
import { fetchJson } from "./fetch-json";
import { readOpenApprovals } from "./gather-open-approvals";
import { summaryKeys } from "./summary";

type Answer = readonly [key: readonly unknown[], data: unknown];

/**
 * The list, a request and its contract are asked apart. Whichever hears first that a request was settled
 * reads the others before it hands over its own answer, so that no screen holds two truths.
 */
export async function withWhatHangsOnIt(
  client: QueryClient,
  detail: ApprovalDetail,
): Promise<ApprovalDetail> {
  const { approval } = detail;
  const list = client.getQueryData<ApprovalList>(approvalKeys.open());
  const isListed = list?.approvals.some(({ id }) => id === approval.id) ?? false;
  if (isOpenPhase(approval.phase) || !isListed) return detail;
  await readAround(client, [approval], [async () => [approvalKeys.open(), await readOpenApprovals()]]);
  return detail;
}

export async function withWhatLeftIt(client: QueryClient, list: ApprovalList): Promise<ApprovalList> {
  if (list.nextCursor !== null) return list;
  const here = new Set(list.approvals.map(({ id }) => id));
  const gone = client
    .getQueriesData<ApprovalDetail>({ queryKey: approvalKeys.details() })
    .flatMap(([, data]) => data?.approval ?? [])
    .filter(({ id, phase }) => isOpenPhase(phase) && !here.has(id));
  if (gone.length === 0) return list;
  await readAround(
    client,
    gone,
    gone.map(({ id }) => async () => [approvalKeys.detail(id), await readApproval(id)]),
  );
  return list;
}

export function readApproval(id: string, signal?: AbortSignal): Promise<ApprovalDetail> {
  return fetchJson<ApprovalDetail>(`/api/approvals/${encodeURIComponent(id)}`, signal ? { signal } : {});
}

async function readAround(
  client: QueryClient,
  approvals: readonly Approval[],
  reads: readonly (() => Promise<Answer>)[],
): Promise<void> {
  const contractIds = new Set(approvals.flatMap(({ contractId }) => contractId ?? []));
  const all: (() => Promise<Answer>)[] = [
    ...reads,
    async () => [summaryKeys.all, await fetchJson<Summary>("/api/summary")],
    ...[...contractIds].map((id) => async (): Promise<Answer> => {
      const contract = await fetchJson<ContractDetail>(`/api/contracts/${encodeURIComponent(id)}`);
      return [contractKeys.detail(id), contract];
    }),
  ];
  // What could not be read comes with its own next look; it holds nothing up.
  const answers = await Promise.allSettled(all.map((read) => read()));
  notifyManager.batch(() => {
    for (const answer of answers) {
      if (answer.status === "fulfilled") client.setQueryData(answer.value[0], answer.value[1]);
    }
  });
  void client.invalidateQueries({ queryKey: approvalKeys.allSettled() });
}
