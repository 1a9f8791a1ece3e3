import { grants } from "@/lib/domain/scopes";
import { isReadable } from "@/lib/services/connections/is-readable";
import type { ConnectionTokenRow } from "@/lib/store/connections/rows";

/** One that may subscribe for us, and see what we subscribe to. */
export function findManager(tokens: readonly ConnectionTokenRow[]): ConnectionTokenRow | null {
  const may = (token: ConnectionTokenRow) =>
    isReadable(token) &&
    token.state === "active" &&
    grants(token.scopes, "webhooks:manage") &&
    grants(token.scopes, "payments:read");
  return tokens.find(may) ?? null;
}
