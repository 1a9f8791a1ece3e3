import { historySumsJson } from "@/lib/api/schemas/answers/history-sums";
import { parseHistoryQuery } from "@/lib/api/schemas/history-query";
import type { HistorySums } from "@/lib/api/types";
import { sumHistory } from "@/lib/services/approvals/sum-history";
import type { Ctx } from "@/lib/services/context";

export async function answerHistorySums(ctx: Ctx, query: URLSearchParams): Promise<HistorySums> {
  const input = parseHistoryQuery(query);
  return historySumsJson(await sumHistory({ ctx, input }), input.timeZone);
}
