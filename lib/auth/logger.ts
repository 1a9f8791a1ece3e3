import type { LoggerInstance } from "next-auth";
import { log } from "@/lib/log";

// Both are an ordinary end: a revoked session, or a cookie of another inbox on this host.
const ordinary = new Set(["JWT_SESSION_ERROR", "SIGNOUT_ERROR"]);

export const nextAuthLogger: LoggerInstance = {
  error: (code, metadata) => {
    const fields = { code, error: metadata instanceof Error ? metadata : metadata.error };
    if (ordinary.has(code)) log.debug({ code }, "a session cookie that leads nowhere");
    else log.error(fields, "sign-in failed unexpectedly");
  },
  warn: (code) => log.debug({ code }, "sign-in notice"),
  debug: () => undefined,
};
