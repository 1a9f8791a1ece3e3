import type { Env } from "@/lib/env";

export function isLoopback(url: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}

/** Whether the sandbox runs beside the inbox; `auto` means: as long as nothing real is connected, at home. */
export function wantsSandbox(
  env: Pick<Env, "ROLE" | "SANDBOX" | "APP_URL">,
  isRealConnected: boolean,
): boolean {
  if (env.ROLE !== "all") return false;
  if (env.SANDBOX !== "auto") return env.SANDBOX === "on";
  return isLoopback(env.APP_URL) && !isRealConnected;
}
