import "server-only";
import { cache } from "react";
import { approvalKeys } from "@/lib/api/queries/approval-keys";
import { contractKeys } from "@/lib/api/queries/contracts";
import { answerApproval } from "@/lib/http/answers/approval";
import { answerContract } from "@/lib/http/answers/contract";
import type { Ctx } from "@/lib/services/context";
import { answerOrNull } from "../answer-or-null";

export const readRequest = cache((ctx: Ctx, id: string) => answerOrNull(answerApproval(ctx, id)));

/** Everything the sheet of one request asks for, under the keys it asks by. */
export async function requestAnswers(ctx: Ctx, id: string) {
  const detail = await readRequest(ctx, id);
  const contractId = detail?.approval.contractId;
  const contract = contractId ? await answerOrNull(answerContract(ctx, contractId)) : null;
  return [
    detail && ([approvalKeys.detail(id), detail] as const),
    contract && ([contractKeys.detail(contract.contract.id), contract] as const),
  ];
}
