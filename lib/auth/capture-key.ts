import { AppError } from "@/lib/errors";
import { authenticateCaptureKey } from "@/lib/services/capture-keys/authenticate";
import type { Ctx } from "@/lib/services/context";
import { getDb } from "@/lib/store/pool";

/** Whose workspace an agent's bearer key speaks for. */
export async function captureKeyCtx(authorization: string | null): Promise<Ctx> {
  const secret = /^Bearer +([\x21-\x7e]{1,512})$/i.exec(authorization ?? "")?.[1];
  if (!secret) throw new AppError("UNAUTHORIZED", { reason: "capture_key" });
  const [db, now] = [getDb(), new Date()];
  const { workspaceId, actor } = await authenticateCaptureKey({ db, now, secret });
  return { db, workspaceId, actor, now };
}
