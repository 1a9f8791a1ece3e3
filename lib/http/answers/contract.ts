import { contractDetailJson } from "@/lib/api/schemas/answers/contract-detail";
import { parseIdOrNotFound } from "@/lib/api/schemas/approval-id";
import type { ContractDetail } from "@/lib/api/types";
import { wordsOf } from "@/lib/http/words-of";
import type { Ctx } from "@/lib/services/context";
import { getContract } from "@/lib/services/contracts/get";

export async function answerContract(ctx: Ctx, id: string): Promise<ContractDetail> {
  return contractDetailJson(await getContract({ ctx, input: { id: parseIdOrNotFound(id) } }), wordsOf(ctx));
}
