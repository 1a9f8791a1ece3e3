import { summaryJson } from "@/lib/api/schemas/answers/summary";
import type { Summary } from "@/lib/api/types";
import { wordsOf } from "@/lib/http/words-of";
import type { Ctx } from "@/lib/services/context";
import { getSummary } from "@/lib/services/summary/get";

export async function answerSummary(ctx: Ctx): Promise<Summary> {
  return summaryJson(await getSummary({ ctx }), wordsOf(ctx));
}
