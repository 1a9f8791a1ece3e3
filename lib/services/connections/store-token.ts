import { createHash, randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import type { Account } from "@/lib/services/connections/ask-account";
import { findToken } from "@/lib/store/connections/tokens";
import type { Tx } from "@/lib/store/pool";
import { connectionTokens, type TokenSource } from "@/lib/store/schema";
import { seal } from "@/lib/store/sealing";

export type NewToken = {
  connectionId: string;
  workspaceId: string;
  account: Account;
  source: TokenSource;
  /** What a person calls it. */
  name: string | null;
  keys: string;
  now: Date;
};

/** Sealed as it was just found; one that is in use here already is only looked at anew. */
export async function storeToken(tx: Tx, given: NewToken): Promise<{ id: string; isNew: boolean }> {
  const { connectionId, workspaceId, account, source, name, keys, now } = given;
  const fingerprint = createHash("sha256").update(account.token).digest();
  const known = await findToken(tx, connectionId, eq(connectionTokens.fingerprint, fingerprint));
  const wasHere = known !== null && known.sealed !== null;
  const isSame =
    wasHere &&
    known.state === "active" &&
    known.label === (account.tokenLabel ?? "") &&
    isDeepStrictEqual(known.scopes, account.scopes);
  const seen = {
    sealed: seal(account.token, keys),
    label: account.tokenLabel ?? "",
    upstreamTokenId: account.tokenId,
    scopes: account.scopes,
    state: "active" as const,
    problem: null,
    stateSince: now,
    expiresAt: account.tokenExpiresAt,
    checkedAt: now,
  };
  if (known) {
    const who = wasHere ? {} : { name, source, createdAt: now };
    await tx
      .update(connectionTokens)
      .set({ ...seen, ...who })
      .where(eq(connectionTokens.id, known.id));
    return { id: known.id, isNew: !isSame };
  }
  const id = randomUUID();
  const row = { id, connectionId, workspaceId, name, source, fingerprint, createdAt: now, ...seen };
  await tx.insert(connectionTokens).values(row);
  return { id, isNew: true };
}
