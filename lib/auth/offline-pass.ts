import { createHmac } from "node:crypto";
import { authSecret } from "@/lib/auth/secret";
import { passCookie } from "@/lib/offline/names";

/**
 * What this session's kept list is found and opened by on its device. Made from the session, so that every page
 * of it says the same and no other session ever does; nobody gets from it to the session.
 */
export function offlinePass(sessionId: string): string {
  const of = (what: string) =>
    createHmac("sha256", authSecret()).update(`offline ${what}\0${sessionId}`).digest();
  return `${of("id").subarray(0, 16).toString("base64url")}.${of("key").toString("base64url")}`;
}

/** Takes the pass from whichever browser it is sent to: what was kept there opens no more. */
export const noPassCookie = `${passCookie}=; Path=/; Max-Age=0; SameSite=Strict`;
