import { answerHistorySums } from "@/lib/http/answers/history-sums";
import { handle } from "@/lib/http/handle";

export const GET = handle({
  access: "session",
  takesQuery: true,
  run: ({ ctx, query }) => answerHistorySums(ctx, query),
});
