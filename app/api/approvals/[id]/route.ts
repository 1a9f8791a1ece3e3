import { answerApproval } from "@/lib/http/answers/approval";
import { handle } from "@/lib/http/handle";

export const GET = handle({
  access: "session",
  run: ({ ctx, params }) => answerApproval(ctx, params.id ?? ""),
});
