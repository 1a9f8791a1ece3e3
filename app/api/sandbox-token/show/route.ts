import { handle } from "@/lib/http/handle";
import { showSandboxToken } from "@/lib/services/connections/show-sandbox-token";

export const POST = handle({ access: "session", run: ({ ctx }) => showSandboxToken({ ctx }) });
