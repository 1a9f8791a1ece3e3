import { answerApprovals } from "@/lib/http/answers/approvals";
import { handle } from "@/lib/http/handle";

export const GET = handle({
  access: "session",
  takesQuery: true,
  run: ({ ctx, query }) => answerApprovals(ctx, query),
});
