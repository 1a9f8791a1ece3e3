import { answerTeam } from "@/lib/http/answers/team";
import { handle } from "@/lib/http/handle";

export const GET = handle({ access: "session", run: ({ ctx }) => answerTeam(ctx) });
