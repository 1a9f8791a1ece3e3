import { captureKeyBody } from "@/lib/api/schemas/capture-keys";
import { handle } from "@/lib/http/handle";
import { renameCaptureKey } from "@/lib/services/capture-keys/rename";

export const POST = handle({
  access: "session",
  body: captureKeyBody,
  run: ({ ctx, body, params }) =>
    renameCaptureKey({ ctx, input: { id: params.id ?? "", label: body.label } }),
});
