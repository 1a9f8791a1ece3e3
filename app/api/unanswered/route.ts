import { answerUnanswered } from "@/lib/http/answers/unanswered";
import { handle } from "@/lib/http/handle";

export const GET = handle({ access: "session", run: ({ ctx }) => answerUnanswered(ctx) });
