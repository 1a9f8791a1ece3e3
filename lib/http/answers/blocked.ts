import { blockedJson } from "@/lib/api/schemas/answers/blocked";
import type { BlockedList } from "@/lib/api/types";
import { wordsOf } from "@/lib/http/words-of";
import { listBlocked } from "@/lib/services/blocked/list";
import type { Ctx } from "@/lib/services/context";

export async function answerBlocked(ctx: Ctx): Promise<BlockedList> {
  const { blocked } = await listBlocked({ ctx });
  return { blocked: blocked.map((record) => blockedJson(record, wordsOf(ctx))) };
}
