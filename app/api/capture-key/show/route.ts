import { handle } from "@/lib/http/handle";
import { showFirstCaptureKey } from "@/lib/services/capture-keys/show-first";

export const POST = handle({ access: "session", run: ({ ctx }) => showFirstCaptureKey({ ctx }) });
