import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { findFirstCaptureKey } from "@/lib/store/capture-keys";
import { readSetting } from "@/lib/store/settings";

export type FirstCaptureKeyState = "to_show" | "shown" | "from_environment" | "not_yours";

/** Whether the first key can still be shown; it belongs to the home workspace alone. */
export async function getFirstCaptureKey({ ctx }: { ctx: Ctx }): Promise<{ state: FirstCaptureKeyState }> {
  requirePermission(ctx, "read");
  if ((await readSetting(ctx.db, "home_workspace")) !== ctx.workspaceId) return { state: "not_yours" };
  const key = await findFirstCaptureKey(ctx.db);
  if (key?.source === "environment") return { state: "from_environment" };
  return { state: key?.sealed ? "to_show" : "shown" };
}
