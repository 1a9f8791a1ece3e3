import { answerContracts } from "@/lib/http/answers/contracts";
import { handle } from "@/lib/http/handle";

export const GET = handle({ access: "session", run: ({ ctx }) => answerContracts(ctx) });
