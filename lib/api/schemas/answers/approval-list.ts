import { approvalJson, instant } from "@/lib/api/schemas/answers/approval";
import type { ApprovalList } from "@/lib/api/types";
import type { ApprovalRecord, Sums } from "@/lib/domain/records";
import type { Messages } from "@/lib/messages";

export function approvalListJson(
  page: {
    approvals: ApprovalRecord[];
    nextCursor: string | null;
    totals: { count: number; open: Sums; confirmed: Sums } | null;
    earlier: ReadonlyMap<string, readonly { id: string; createdAt: Date | null }[]>;
    asOf: Date;
  },
  words: Messages,
): ApprovalList {
  return {
    approvals: page.approvals.map((record) => approvalJson(record, page.asOf, words)),
    nextCursor: page.nextCursor,
    totals: page.totals,
    asOf: page.asOf.toISOString(),
    ...(page.earlier.size > 0 ? { earlier: earlierJson(page.earlier) } : {}),
  };
}

function earlierJson(
  earlier: ReadonlyMap<string, readonly { id: string; createdAt: Date | null }[]>,
): NonNullable<ApprovalList["earlier"]> {
  return Object.fromEntries(
    [...earlier].map(([newer, all]) => [
      newer,
      all.map(({ id, createdAt }) => ({ id, createdAt: instant(createdAt) })),
    ]),
  );
}
