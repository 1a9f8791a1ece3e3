import { captureKeyBody } from "@/lib/api/schemas/capture-keys";
import type { NewCaptureKey } from "@/lib/api/types";
import { answerCapture } from "@/lib/http/answers/capture";
import { handle } from "@/lib/http/handle";
import { createCaptureKey } from "@/lib/services/capture-keys/create";

export const GET = handle({ access: "session", run: ({ ctx }) => answerCapture(ctx) });

export const POST = handle({
  access: "session",
  body: captureKeyBody,
  status: 201,
  run: ({ ctx, body }): Promise<NewCaptureKey> => createCaptureKey({ ctx, input: body }),
});
