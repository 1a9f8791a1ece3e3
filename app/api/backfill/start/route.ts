import { handle } from "@/lib/http/handle";
import { startBackfill } from "@/lib/services/backfill/start";

export const POST = handle({ access: "session", run: ({ ctx }) => startBackfill({ ctx }) });
