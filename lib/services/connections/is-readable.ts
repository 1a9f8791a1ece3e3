import type { ConnectionTokenRow } from "@/lib/store/connections/rows";

/** A token that may be asked with: still here, and of this connection's account as far as we know. */
export function isReadable(token: ConnectionTokenRow): token is ConnectionTokenRow & { sealed: Buffer } {
  return token.sealed !== null && token.state !== "revoked" && token.problem !== "other_account";
}
