import { handle } from "@/lib/http/handle";
import { disconnect } from "@/lib/services/connections/disconnect";

export const POST = handle({ access: "session", run: ({ ctx }) => disconnect({ ctx }) });
