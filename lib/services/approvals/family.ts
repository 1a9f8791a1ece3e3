import { earlierOf, lineageOf } from "@/lib/domain/lineage";
import type { Family } from "@/lib/domain/records";
import { onSubject } from "@/lib/store/approvals/rows";
import { approvalRecordOf } from "@/lib/store/approvals/to-record";
import type { Db } from "@/lib/store/pool";
import type { ApprovalRow } from "@/lib/store/schema";

/** The requests for the same thing as this one, as far as its page names them. */
export async function familyOf(db: Db, row: ApprovalRow): Promise<Family> {
  const { supersedes, supersededBy, askedAgainPrevious } = row;
  if (supersedes === null && supersededBy === null && askedAgainPrevious === null) {
    return { older: null, newer: null, earlier: [] };
  }
  const rows = await onSubject(db, row.workspaceId, row);
  const records = new Map(rows.map((one) => [one.id, approvalRecordOf(one)]));
  const find = (id: string | null) => (id === null ? null : (records.get(id) ?? null));
  return {
    older: find(supersedes),
    newer: find(supersededBy),
    earlier: earlierOf(row.id, lineageOf(rows)).flatMap((id) => find(id) ?? []),
  };
}
