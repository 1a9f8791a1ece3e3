import { createHash, randomUUID } from "node:crypto";
import { and, eq, ne } from "drizzle-orm";
import type { Account } from "@/lib/services/connections/ask-account";
import { makeEverythingDue } from "@/lib/store/approvals/due";
import { findConnection, updateConnection } from "@/lib/store/connections/rows";
import { addEvent } from "@/lib/store/events";
import { addJob, syncJobKey } from "@/lib/store/jobs";
import type { Tx } from "@/lib/store/pool";
import { type ConnectionKind, connections, connectionTokens } from "@/lib/store/schema";
import { seal } from "@/lib/store/sealing";

export type NewConnection = {
  workspaceId: string;
  kind: ConnectionKind;
  account: Account;
  keys: string;
  now: Date;
};

/** The workspace's connection as the account was just found; the same again changes nothing. */
export async function storeConnection(tx: Tx, given: NewConnection): Promise<void> {
  const { workspaceId, kind, account, now } = given;
  const { origin, accountKey, name: accountName, clockOffsetMs } = account;
  const known = await findConnection(tx, workspaceId);
  const id = known?.id ?? randomUUID();
  const isSame = known?.origin === origin && known.state === "open";
  const facts = { origin, accountKey, accountName, state: "open" as const, disconnectedAt: null };
  if (known && !isSame) await updateConnection(tx, id, { ...facts, nextSyncAt: null });
  if (!known) {
    const row = { id, workspaceId, kind, ...facts, clockOffsetMs, createdAt: now };
    await tx.insert(connections).values(row);
  }
  const isNewToken = await storeToken(tx, id, given);
  if (isSame && !isNewToken) return;
  // Links are guarded against the origin, and what could not be read may be readable now.
  await makeEverythingDue(tx, workspaceId, new Date(now.getTime() + clockOffsetMs), now);
  await addJob(tx, "sync_connection", { connectionId: id }, { key: syncJobKey(id) });
  await addEvent(tx, {
    workspaceId,
    at: now,
    kind: known ? "connection_changed" : "connected",
    actor: { kind: "system", id: "start" },
    subject: { kind: "connection", id },
    data: { connectionKind: kind, origin, scopes: account.scopes, isNewToken },
  });
}

/** One at a time in this version: a new token takes the place of the one before. */
async function storeToken(
  tx: Tx,
  connectionId: string,
  { workspaceId, account, keys, now }: NewConnection,
): Promise<boolean> {
  const fingerprint = createHash("sha256").update(account.token).digest();
  const isOther = and(
    eq(connectionTokens.connectionId, connectionId),
    ne(connectionTokens.fingerprint, fingerprint),
  );
  await tx.update(connectionTokens).set({ state: "revoked", sealed: null }).where(isOther);
  const seen = {
    sealed: seal(account.token, keys),
    upstreamTokenId: account.tokenId,
    scopes: account.scopes,
    state: "active" as const,
    expiresAt: account.tokenExpiresAt,
    checkedAt: now,
  };
  const [known] = await tx
    .update(connectionTokens)
    .set(seen)
    .where(
      and(eq(connectionTokens.connectionId, connectionId), eq(connectionTokens.fingerprint, fingerprint)),
    )
    .returning({ id: connectionTokens.id });
  if (known) return false;
  await tx.insert(connectionTokens).values({
    id: randomUUID(),
    connectionId,
    workspaceId,
    label: account.tokenLabel ?? "",
    fingerprint,
    createdAt: now,
    ...seen,
  });
  return true;
}
