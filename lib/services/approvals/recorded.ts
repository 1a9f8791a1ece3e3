import type { ApprovalRow, NewApprovalRow, StoredTerms } from "@/lib/store/schema";

/** What the recorder saw of the request itself; null terms where there are none, or for a read that passed. */
export type Recorded = {
  terms: StoredTerms | null;
  agentName: string | null;
  agentReason: string | null;
};

/**
 * OpenTrain's answer went through our hands: that is proof. What was recorded first stays; beside it stays what
 * was told, since only the two together show a conflict. Words of the agent fill what nobody said before.
 */
export function withRecorded<T extends Partial<NewApprovalRow>>(
  row: T,
  before: ApprovalRow | null,
  recorded: Recorded | null,
): T {
  if (recorded === null) return row;
  const seen: Partial<NewApprovalRow> = before ? {} : { proof: "recorded", way: "recorder", wayLabel: null };
  return {
    ...row,
    ...seen,
    recordedTerms: row.recordedTerms ?? recorded.terms,
    agentName: before?.agentName ?? recorded.agentName ?? row.agentName ?? null,
    agentReason: before?.agentReason ?? recorded.agentReason ?? row.agentReason ?? null,
  };
}
