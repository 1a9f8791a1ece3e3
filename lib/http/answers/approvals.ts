import { approvalListJson } from "@/lib/api/schemas/answers/approval-list";
import { parseApprovalsQuery } from "@/lib/api/schemas/approvals-query";
import type { ApprovalList } from "@/lib/api/types";
import { wordsOf } from "@/lib/http/words-of";
import { listApprovals } from "@/lib/services/approvals/list";
import type { Ctx } from "@/lib/services/context";

/** The list as the route and the page both give it. */
export async function answerApprovals(ctx: Ctx, query: URLSearchParams): Promise<ApprovalList> {
  return approvalListJson(await listApprovals({ ctx, input: parseApprovalsQuery(query) }), wordsOf(ctx));
}
