import { handle } from "@/lib/http/handle";
import { endOtherSessions } from "@/lib/services/people/end-other-sessions";

export const POST = handle({ access: "session", run: ({ ctx }) => endOtherSessions({ ctx }) });
