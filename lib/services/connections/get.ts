import type { SyncState } from "@/lib/domain/records";
import { syncStateOf } from "@/lib/services/connections/sync-state-of";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { findConnection, listTokens } from "@/lib/store/connections/rows";
import type { ConnectionKind, TokenState } from "@/lib/store/schema";

export type ConnectionRecord = {
  kind: ConnectionKind;
  origin: string;
  accountName: string | null;
  state: "open" | "disconnected";
  sync: { state: SyncState; lastReadAt: Date | null; problem: string | null; since: Date | null };
  tokens: { label: string; scopes: string[]; expiresAt: Date | null; state: TokenState }[];
};

/** What is connected and how it goes; null when nothing is. An agent's key may know its origin too. */
export async function getConnection({ ctx }: { ctx: Ctx }): Promise<ConnectionRecord | null> {
  requirePermission(ctx, ctx.actor.kind === "capture_key" ? "add_requests" : "read");
  const connection = await findConnection(ctx.db, ctx.workspaceId);
  if (!connection) return null;
  const tokens = await listTokens(ctx.db, connection.id);
  return {
    kind: connection.kind,
    origin: connection.origin,
    accountName: connection.accountName,
    state: connection.state,
    sync: syncStateOf(connection, ctx.now),
    tokens: tokens.map(({ label, scopes, expiresAt, state }) => ({ label, scopes, expiresAt, state })),
  };
}
