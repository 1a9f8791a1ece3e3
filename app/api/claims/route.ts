import { answerClaims } from "@/lib/http/answers/claims";
import { handle } from "@/lib/http/handle";

export const GET = handle({ access: "session", run: ({ ctx }) => answerClaims(ctx) });
