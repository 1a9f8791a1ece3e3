import { handle } from "@/lib/http/handle";
import { revokeCaptureKey } from "@/lib/services/capture-keys/revoke";

export const POST = handle({
  access: "session",
  run: ({ ctx, params }) => revokeCaptureKey({ ctx, input: { id: params.id ?? "" } }),
});
