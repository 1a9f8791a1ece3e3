import {
  type ConnectionNotice,
  connectionNotices,
  type TokenStanding,
  tokenStanding,
} from "@/lib/domain/connection-notices";
import type { SyncState } from "@/lib/domain/records";
import { connectionNow } from "@/lib/services/connections/connection-now";
import { noticedToken } from "@/lib/services/connections/noticed-token";
import { syncStateOf } from "@/lib/services/connections/sync-state-of";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";
import { type Hearing, hearingOf } from "@/lib/services/webhooks/hearing";
import { findConnection, listTokens } from "@/lib/store/connections/rows";
import type { ConnectionKind } from "@/lib/store/schema";

export type TokenRecord = {
  id: string;
  label: string;
  scopes: string[];
  expiresAt: Date | null;
  standing: TokenStanding;
  since: Date | null;
  addedAt: Date;
};

export type ConnectionRecord = {
  kind: ConnectionKind;
  origin: string;
  accountName: string | null;
  state: "open" | "disconnected";
  disconnectedAt: Date | null;
  sync: { state: SyncState; lastReadAt: Date | null; problem: string | null; since: Date | null };
  tokens: TokenRecord[];
  notices: ConnectionNotice[];
  hearing: Hearing;
};

/** What is connected and how it goes; null when nothing is. An agent's key may know its origin too. */
export async function getConnection({ ctx }: { ctx: Ctx }): Promise<ConnectionRecord | null> {
  requirePermission(ctx, ctx.actor.kind === "capture_key" ? "add_requests" : "read");
  const connection = await findConnection(ctx.db, ctx.workspaceId);
  if (!connection) return null;
  const rows = (await listTokens(ctx.db, connection.id)).filter(({ sealed }) => sealed !== null);
  const at = connectionNow(connection, ctx.now);
  const { kind, origin, accountName, state, disconnectedAt } = connection;
  return {
    kind,
    origin,
    accountName,
    state,
    disconnectedAt,
    sync: syncStateOf(connection, ctx.now),
    tokens: rows.map((row) => {
      const token = noticedToken(row);
      const { id, label, expiresAt, stateSince } = token;
      const standing = tokenStanding(token, at);
      return {
        id,
        label,
        scopes: row.scopes,
        expiresAt,
        standing,
        since: stateSince,
        addedAt: row.createdAt,
      };
    }),
    notices: connectionNotices(connection, rows.map(noticedToken), at),
    hearing: await hearingOf(ctx.db, connection),
  };
}
