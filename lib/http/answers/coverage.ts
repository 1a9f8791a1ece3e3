import { coverageJson } from "@/lib/api/schemas/answers/coverage";
import { parseCoverageQuery } from "@/lib/api/schemas/coverage-query";
import type { Coverage } from "@/lib/api/types";
import { wordsOf } from "@/lib/http/words-of";
import type { Ctx } from "@/lib/services/context";
import { getCoverage } from "@/lib/services/coverage/get";

export async function answerCoverage(ctx: Ctx, query: URLSearchParams): Promise<Coverage> {
  return coverageJson(await getCoverage({ ctx, input: parseCoverageQuery(query) }), wordsOf(ctx));
}
