import { answerSessions } from "@/lib/http/answers/sessions";
import { handle } from "@/lib/http/handle";

export const GET = handle({ access: "session", run: ({ ctx }) => answerSessions(ctx) });
