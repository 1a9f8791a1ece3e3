import type { UpstreamApproval } from "@/lib/domain/records";
import { isTraceDue } from "@/lib/domain/trace";
import type { Answer } from "@/lib/opentrain/client";
import type { LedgerEntry, LedgerPage } from "@/lib/opentrain/map-money";
import { contractIdOf } from "@/lib/services/approvals/gather-facts";
import type { Reader } from "@/lib/services/connections/open-reader";
import type { ApprovalRow } from "@/lib/store/schema";

const mostPages = 3;
/** Money moves with the confirmation; an entry from before that is about something else. */
const earliestBeforeMs = 60_000;

/**
 * Whether the ledger shows what was confirmed, asked only once contract and milestone have failed to for a
 * while. Paid by card it may show nothing; a ledger that cannot be read says nothing either.
 */
export async function findInLedger({
  reader,
  row,
  approval,
  at,
}: {
  reader: Reader;
  row: ApprovalRow | null;
  approval: UpstreamApproval;
  at: Date;
}): Promise<boolean> {
  const { status, resolvedAt } = approval;
  if (row?.trace === "found" || status !== "confirmed" || !isTraceDue(resolvedAt, at)) return false;
  const since = (resolvedAt?.getTime() ?? 0) - earliestBeforeMs;
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const from: string | null = cursor;
    const answer: Answer<LedgerPage> = await reader.read((client) => client.listLedger({ cursor: from }));
    if (!answer.ok) return false;
    const { entries, nextCursor }: LedgerPage = answer.value;
    const recent = entries.filter(({ createdAt }) => createdAt !== null && createdAt.getTime() >= since);
    if (recent.some((entry) => isAbout(entry, approval))) return true;
    if (recent.length < entries.length || nextCursor === null || nextCursor === from) return false;
    cursor = nextCursor;
  }
  return false;
}

function isAbout(entry: LedgerEntry, approval: UpstreamApproval): boolean {
  const { milestoneId, proposalId } = approval;
  if (milestoneId !== null) return entry.milestoneId === milestoneId;
  const contractId = contractIdOf(approval);
  return (
    (contractId !== null && entry.contractId === contractId) ||
    (proposalId !== null && entry.proposalId === proposalId)
  );
}
