import { claimJson } from "@/lib/api/schemas/answers/claim";
import type { ClaimList } from "@/lib/api/types";
import { wordsOf } from "@/lib/http/words-of";
import { listClaims } from "@/lib/services/claims/list";
import type { Ctx } from "@/lib/services/context";

export async function answerClaims(ctx: Ctx): Promise<ClaimList> {
  const { claims } = await listClaims({ ctx });
  return { claims: claims.map((record) => claimJson(record, wordsOf(ctx))) };
}
