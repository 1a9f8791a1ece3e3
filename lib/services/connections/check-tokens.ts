import { isDeepStrictEqual } from "node:util";
import { and, eq, ne } from "drizzle-orm";
import { log } from "@/lib/log";
import { OpenTrainClient } from "@/lib/opentrain/client";
import type { Me } from "@/lib/opentrain/map-account";
import { connectionNow } from "@/lib/services/connections/connection-now";
import { noteTokenAccepted, noteTokenRefused } from "@/lib/services/connections/note-token";
import { sharedBudget } from "@/lib/services/connections/shared-budget";
import { tokenEnd } from "@/lib/services/connections/token-end";
import { encryptionKeys } from "@/lib/services/encryption-keys";
import { makeEverythingDue } from "@/lib/store/approvals/due";
import {
  type ConnectionRow,
  type ConnectionTokenRow,
  listTokens,
  lockConnection,
  updateConnection,
} from "@/lib/store/connections/rows";
import { addEvent } from "@/lib/store/events";
import { updateFeed } from "@/lib/store/feeds";
import { addJob, webhookJobKey } from "@/lib/store/jobs";
import { lockWorkspace } from "@/lib/store/locks";
import type { Db } from "@/lib/store/pool";
import { connectionTokens, type TokenProblem } from "@/lib/store/schema";
import { unseal } from "@/lib/store/sealing";

const minuteMs = 60_000;
const everyMs = 60 * minuteMs;
/** OpenTrain tells nobody when it takes a token again; that one comes back from another account is rare. */
const refusedEveryMs: Record<TokenProblem, number> = { unauthorized: minuteMs, other_account: 10 * minuteMs };

export type CheckTokensInput = {
  db: Db;
  connection: ConnectionRow;
  now: Date;
  /** Looks although it looked a moment ago: something has just been refused for want of a scope. */
  isForced?: boolean;
};

/** Asks auth/me again about each token whose turn it is: scopes, end and label follow what OpenTrain says. */
export async function checkTokens({
  db,
  connection,
  now,
  isForced = false,
}: CheckTokensInput): Promise<void> {
  for (const token of await listTokens(db, connection.id)) {
    if (token.sealed === null || token.state === "revoked") continue;
    const age = now.getTime() - (token.checkedAt?.getTime() ?? 0);
    const wanted = token.state === "refused" ? refusedEveryMs[token.problem ?? "unauthorized"] : everyMs;
    if (!isForced && age < wanted) continue;
    if (!(await checkToken(db, connection, token, token.sealed, now))) return;
  }
}

/** False when OpenTrain is not there to be asked. */
async function checkToken(
  db: Db,
  connection: ConnectionRow,
  token: ConnectionTokenRow,
  sealed: Buffer,
  now: Date,
): Promise<boolean> {
  const { origin, clockOffsetMs } = connection;
  const plain = unseal(sealed, encryptionKeys());
  const budget = sharedBudget(db, token);
  const client = new OpenTrainClient({ origin, token: plain, fetch, now: Date.now, clockOffsetMs, budget });
  const answer = await client.getMe();
  if (answer.ok) {
    if (answer.value.accountKey !== connection.accountKey)
      await noteTokenRefused(db, token, "other_account", now);
    else
      await follow(
        db,
        connection,
        token,
        answer.value,
        await tokenEnd(client, answer.value, token.expiresAt),
        now,
      );
    return true;
  }
  if (answer.failure.kind === "unreachable") return false;
  log.warn(
    { connectionId: connection.id, tokenId: token.id, why: answer.failure.why },
    "a token was not taken",
  );
  if (answer.failure.kind === "refused") await noteTokenRefused(db, token, "unauthorized", now);
  return true;
}

async function follow(
  db: Db,
  { id: connectionId, workspaceId, clockOffsetMs }: ConnectionRow,
  token: ConnectionTokenRow,
  me: Me,
  expiresAt: Date | null,
  now: Date,
): Promise<void> {
  const said = { scopes: me.scopes, expiresAt, label: me.tokenLabel ?? "", upstreamTokenId: me.tokenId };
  const known = {
    scopes: token.scopes,
    expiresAt: token.expiresAt,
    label: token.label,
    upstreamTokenId: token.upstreamTokenId,
  };
  const isNews = !isDeepStrictEqual(said, known);
  const hasOtherScopes = !isDeepStrictEqual(said.scopes, known.scopes);
  await db.transaction(async (tx) => {
    if (hasOtherScopes) {
      await lockWorkspace(tx, workspaceId);
      await lockConnection(tx, connectionId);
    }
    const [kept] = await tx
      .update(connectionTokens)
      .set({ ...said, checkedAt: now })
      .where(and(eq(connectionTokens.id, token.id), ne(connectionTokens.state, "revoked")))
      .returning({ id: connectionTokens.id });
    if (!kept || !isNews) return;
    if (hasOtherScopes) {
      // What could not be read may be readable now, and the other way round.
      await makeEverythingDue(tx, workspaceId, connectionNow({ clockOffsetMs }, now), now);
      await updateConnection(tx, connectionId, {
        contractsReadAt: null,
        jobsReadAt: null,
        creditsReadAt: null,
      });
      await updateFeed(tx, connectionId, { webhookTriedAt: null });
      await addJob(tx, "keep_webhook", { connectionId }, { key: webhookJobKey(connectionId) });
    }
    await addEvent(tx, {
      workspaceId,
      at: now,
      kind: "token_changed",
      actor: { kind: "opentrain", id: null },
      subject: { kind: "connection", id: connectionId },
      data: { tokenId: token.id, scopes: said.scopes, expiresAt: expiresAt?.toISOString() ?? null },
      text: { label: said.label },
    });
  });
  if (token.state === "refused") await noteTokenAccepted(db, token, now);
}
