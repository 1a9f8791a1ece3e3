import type { NoticedToken } from "@/lib/domain/connection-notices";
import type { ConnectionTokenRow } from "@/lib/store/connections/rows";

/** What may be told of a token: everything but itself. */
export function noticedToken(row: ConnectionTokenRow): NoticedToken {
  const { id, name, label, scopes, state, stateSince, expiresAt } = row;
  const known = { id, label: name ?? label, scopes, stateSince, expiresAt };
  return { ...known, state: state === "refused" ? "refused" : "active" };
}
