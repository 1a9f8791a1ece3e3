import { answerBackfill } from "@/lib/http/answers/backfill";
import { handle } from "@/lib/http/handle";

export const GET = handle({ access: "session", run: ({ ctx }) => answerBackfill(ctx) });
