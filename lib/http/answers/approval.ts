import { approvalDetailJson } from "@/lib/api/schemas/answers/approval-detail";
import { parseIdOrNotFound } from "@/lib/api/schemas/approval-id";
import type { ApprovalDetail } from "@/lib/api/types";
import { wordsOf } from "@/lib/http/words-of";
import { getApproval } from "@/lib/services/approvals/get";
import type { Ctx } from "@/lib/services/context";

export async function answerApproval(ctx: Ctx, id: string): Promise<ApprovalDetail> {
  return approvalDetailJson(await getApproval({ ctx, input: { id: parseIdOrNotFound(id) } }), wordsOf(ctx));
}
