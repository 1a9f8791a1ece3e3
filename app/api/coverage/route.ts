import { answerCoverage } from "@/lib/http/answers/coverage";
import { handle } from "@/lib/http/handle";

export const GET = handle({
  access: "session",
  takesQuery: true,
  run: ({ ctx, query }) => answerCoverage(ctx, query),
});
