import "server-only";
import { cache } from "react";
import { summaryJson } from "@/lib/api/schemas/answers/summary";
import type { Summary } from "@/lib/api/types";
import { wordsOf } from "@/lib/http/words-of";
import type { Ctx } from "@/lib/services/context";
import { getSummary } from "@/lib/services/summary/get";

/** Read once a request: the frame, the title and the page all need it. `asOf` is the connection's now. */
export const readSummary = cache(async (ctx: Ctx): Promise<{ summary: Summary; asOf: string }> => {
  const record = await getSummary({ ctx });
  return { summary: summaryJson(record, wordsOf(ctx)), asOf: record.asOf.toISOString() };
});
