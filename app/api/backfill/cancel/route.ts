import { handle } from "@/lib/http/handle";
import { cancelBackfill } from "@/lib/services/backfill/cancel";

export const POST = handle({ access: "session", run: ({ ctx }) => cancelBackfill({ ctx }) });
