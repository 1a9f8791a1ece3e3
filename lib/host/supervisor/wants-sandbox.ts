import { isLoopback } from "@/lib/domain/is-loopback";
import type { Env } from "@/lib/env";

/** Whether the sandbox runs beside the inbox; `auto` means: as long as nothing real is connected, at home. */
export function wantsSandbox(
  env: Pick<Env, "ROLE" | "SANDBOX" | "APP_URL">,
  isRealConnected: boolean,
): boolean {
  if (env.ROLE !== "all") return false;
  if (env.SANDBOX !== "auto") return env.SANDBOX === "on";
  return isLoopback(env.APP_URL) && !isRealConnected;
}
