import { captureJson } from "@/lib/api/schemas/answers/capture";
import type { CaptureState } from "@/lib/api/types";
import { wordsOf } from "@/lib/http/words-of";
import { listCapture } from "@/lib/services/capture-keys/list";
import type { Ctx } from "@/lib/services/context";

export async function answerCapture(ctx: Ctx): Promise<CaptureState> {
  return captureJson(await listCapture({ ctx }), ctx.now, wordsOf(ctx));
}
