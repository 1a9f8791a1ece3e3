import { unansweredJson } from "@/lib/api/schemas/answers/unanswered";
import type { UnansweredList } from "@/lib/api/types";
import { wordsOf } from "@/lib/http/words-of";
import { listUnanswered } from "@/lib/services/asks/list";
import type { Ctx } from "@/lib/services/context";

export async function answerUnanswered(ctx: Ctx): Promise<UnansweredList> {
  const { unanswered } = await listUnanswered({ ctx });
  return { unanswered: unanswered.map((record) => unansweredJson(record, wordsOf(ctx))) };
}
