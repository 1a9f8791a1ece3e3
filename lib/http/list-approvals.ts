import { answerApprovals } from "@/lib/http/answers/approvals";
import { handle } from "@/lib/http/handle";

/** Every page of every list: asked for more often than all else, so it is answered without Next. */
export const listApprovals = handle({
  access: "session",
  takesQuery: true,
  run: ({ ctx, query }) => answerApprovals(ctx, query),
});
