import { answerBlocked } from "@/lib/http/answers/blocked";
import { handle } from "@/lib/http/handle";

export const GET = handle({ access: "session", run: ({ ctx }) => answerBlocked(ctx) });
