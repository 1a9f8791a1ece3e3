import { approvalJson } from "@/lib/api/schemas/answers/approval";
import type { ApprovalList } from "@/lib/api/types";
import type { ApprovalRecord, Sums } from "@/lib/domain/records";
import type { Messages } from "@/lib/messages";

export function approvalListJson(
  page: {
    approvals: ApprovalRecord[];
    nextCursor: string | null;
    totals: { count: number; open: Sums; confirmed: Sums } | null;
    asOf: Date;
  },
  words: Messages,
): ApprovalList {
  return {
    approvals: page.approvals.map((record) => approvalJson(record, page.asOf, words)),
    nextCursor: page.nextCursor,
    totals: page.totals,
    asOf: page.asOf.toISOString(),
  };
}
