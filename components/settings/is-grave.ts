import type { ConnectionNotice } from "@/lib/api/types";

/** Whether nothing is read any more because of it. */
export function isGrave(notice: ConnectionNotice): boolean {
  if (notice.kind === "scope_missing") return notice.scope === "payments:read";
  if (notice.kind === "disconnected" || notice.kind === "no_token") return true;
  return "isOnly" in notice && notice.isOnly;
}
