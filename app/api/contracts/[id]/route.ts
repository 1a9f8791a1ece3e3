import { answerContract } from "@/lib/http/answers/contract";
import { handle } from "@/lib/http/handle";

export const GET = handle({
  access: "session",
  run: ({ ctx, params }) => answerContract(ctx, params.id ?? ""),
});
