import { backfillJson } from "@/lib/api/schemas/answers/backfill";
import type { Backfill } from "@/lib/api/types";
import { wordsOf } from "@/lib/http/words-of";
import { getBackfill } from "@/lib/services/backfill/get";
import type { Ctx } from "@/lib/services/context";

export async function answerBackfill(ctx: Ctx): Promise<{ backfill: Backfill | null }> {
  const record = await getBackfill({ ctx });
  return { backfill: record && backfillJson(record, wordsOf(ctx)) };
}
