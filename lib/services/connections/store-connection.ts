import { randomUUID } from "node:crypto";
import { and, eq, ne, type SQL } from "drizzle-orm";
import { beginBackfill } from "@/lib/services/backfill/begin";
import type { Account } from "@/lib/services/connections/ask-account";
import { storeToken } from "@/lib/services/connections/store-token";
import { makeEverythingDue } from "@/lib/store/approvals/due";
import { findBackfill } from "@/lib/store/backfills/rows";
import {
  type ConnectionRow,
  findConnection,
  lockConnection,
  updateConnection,
} from "@/lib/store/connections/rows";
import { eraseTokens } from "@/lib/store/connections/tokens";
import { addEvent, type NewEvent } from "@/lib/store/events";
import { updateFeed } from "@/lib/store/feeds";
import { addJob, syncJobKey, webhookJobKey } from "@/lib/store/jobs";
import { lockWorkspace } from "@/lib/store/locks";
import type { Tx } from "@/lib/store/pool";
import { type ConnectionKind, connections, connectionTokens, type TokenSource } from "@/lib/store/schema";

export type NewConnection = {
  workspaceId: string;
  kind: ConnectionKind;
  account: Account;
  source: TokenSource;
  name: string | null;
  by: NewEvent["actor"];
  keys: string;
  now: Date;
};

/** What it was for the connection: made, taken up again where it was left, one more token, or nothing new. */
export type Stored = "connected" | "reconnected" | "added" | "unchanged";

/** The workspace's connection as the account was just found; the same again changes nothing. */
export async function storeConnection(tx: Tx, given: NewConnection): Promise<Stored> {
  const { workspaceId, kind, account, now, by } = given;
  const { origin, accountKey, name: accountName, clockOffsetMs } = account;
  // Before any row: a round of sync takes them in this order too.
  await lockWorkspace(tx, workspaceId);
  const known = await findConnection(tx, workspaceId);
  if (known) await lockConnection(tx, known.id);
  const id = known?.id ?? randomUUID();
  const isFollowed = known?.origin === origin && known.state === "open";
  const facts = { origin, accountKey, accountName, state: "open" as const, disconnectedAt: null };
  if (known && !isFollowed) {
    const fresh = { contractsReadAt: null, jobsReadAt: null, creditsReadAt: null };
    const since = { syncState: "off" as const, syncProblem: null, syncSince: now };
    await updateConnection(tx, id, { ...facts, ...fresh, ...since, nextSyncAt: null, syncFailures: 0 });
  }
  if (!known) {
    const watchingSince = new Date(now.getTime() + clockOffsetMs);
    const row = {
      id,
      workspaceId,
      kind,
      ...facts,
      clockOffsetMs,
      syncSince: now,
      createdAt: now,
      watchingSince,
    };
    await tx.insert(connections).values(row);
  }
  const token = await storeToken(tx, { connectionId: id, ...given });
  const outdated = outdatedBy(token.id, known, given);
  const erased = outdated ? await eraseTokens(tx, id, outdated, now) : [];
  if (isFollowed && !token.isNew) return "unchanged";
  // Links are guarded against the origin, and what could not be read may be readable now.
  await makeEverythingDue(tx, workspaceId, new Date(now.getTime() + clockOffsetMs), now);
  if (isFollowed) await updateConnection(tx, id, { nextSyncAt: null });
  await addJob(tx, "sync_connection", { connectionId: id }, { key: syncJobKey(id) });
  await updateFeed(tx, id, { webhookTriedAt: null });
  await addJob(tx, "keep_webhook", { connectionId: id }, { key: webhookJobKey(id) });
  await backfillAfter(tx, { connectionId: id, workspaceId, now }, isFollowed);
  const stored = isFollowed ? "added" : known ? "reconnected" : "connected";
  await addEvent(tx, {
    workspaceId,
    at: now,
    kind: stored === "added" ? "token_added" : stored,
    actor: by,
    subject: { kind: "connection", id },
    data: { connectionKind: kind, origin, scopes: account.scopes, tokenId: token.id, erased },
    text: given.name === null ? null : { label: given.name },
  });
  return stored;
}

/** The whole history on connecting, and again when a further token may see what was hidden so far. */
async function backfillAfter(
  tx: Tx,
  of: { connectionId: string; workspaceId: string; now: Date },
  isFollowed: boolean,
): Promise<void> {
  if (isFollowed && (await findBackfill(tx, of.connectionId))?.hidden === 0) return;
  await beginBackfill(tx, of);
}

/**
 * Tokens of another origin must not be sent to this one; the sandbox has one; and of those this server was
 * started with, OpenTrain no longer takes the ones before.
 */
function outdatedBy(tokenId: string, known: ConnectionRow | null, given: NewConnection): SQL | undefined {
  const { source, account } = given;
  const isOther = ne(connectionTokens.id, tokenId);
  if (source === "sandbox" || (known && known.origin !== account.origin)) return isOther;
  if (source !== "environment") return undefined;
  return and(isOther, eq(connectionTokens.state, "refused"), eq(connectionTokens.source, "environment"));
}
