import { answerSummary } from "@/lib/http/answers/summary";
import { handle } from "@/lib/http/handle";

export const GET = handle({ access: "session", run: ({ ctx }) => answerSummary(ctx) });
