import type { Lineage } from "@/lib/domain/lineage";
import type { ApprovalRow, NewApprovalRow } from "@/lib/store/schema";

type ToWrite = { row: NewApprovalRow; isRead: boolean; replacedAt: Date | null };

/**
 * A request with its place among the others about the same: what is to be written of it, null where that is
 * there already. `row` is `before` itself where only the others were read.
 */
export function inLineage(
  before: ApprovalRow | null,
  row: NewApprovalRow,
  lineages: Map<string, Lineage>,
  others: ApprovalRow[],
): ToWrite | null {
  const lineage = lineages.get(row.id);
  const isRead = before !== row;
  if (!lineage) return { row, isRead, replacedAt: null };
  if (!isRead && before && isSameLineage(before, lineage)) return null;
  const { supersedes, supersededBy, replacedButConfirmed, askedAgain, confirmedInstead } = lineage;
  const placed = {
    ...row,
    ...{ supersedes, supersededBy, replacedButConfirmed, confirmedInstead },
    askedAgainCount: askedAgain?.count ?? 0,
    askedAgainPrevious: askedAgain?.previousId ?? null,
  };
  const replacedAt = others.find(({ id }) => id === supersededBy)?.createdAt ?? null;
  return { row: placed, isRead, replacedAt };
}

function isSameLineage(row: ApprovalRow, lineage: Lineage): boolean {
  return (
    row.supersedes === lineage.supersedes &&
    row.supersededBy === lineage.supersededBy &&
    row.replacedButConfirmed === lineage.replacedButConfirmed &&
    row.askedAgainCount === (lineage.askedAgain?.count ?? 0) &&
    row.askedAgainPrevious === (lineage.askedAgain?.previousId ?? null) &&
    row.confirmedInstead === lineage.confirmedInstead
  );
}
