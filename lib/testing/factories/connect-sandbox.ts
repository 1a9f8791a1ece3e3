import { createHash, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Db } from "@/lib/store/pool";
import { connections, connectionTokens, workspaces } from "@/lib/store/schema";
import { seal } from "@/lib/store/sealing";
import { type MadeWorkspace, makeWorkspace, testKeys } from "@/lib/testing/factories/make-workspace";

const scopes = ["payments:read", "proposals:read", "jobs:read", "webhooks:manage"];

/** A workspace connected to an account of a sandbox with its owner's token. */
export async function connectSandbox(
  db: Db,
  origin: string,
  account: { accountId: string; tokens: { owner: string } },
): Promise<MadeWorkspace> {
  const made = await makeWorkspace(db, { origin, kind: "real" });
  const token = account.tokens.owner;
  const me = await fetch(`${origin}/api/public/v1/auth/me`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { account: theirs } = (await me.json()) as {
    account: { organizationId: string | null; ownerUserId: string };
  };
  const accountKey = theirs.organizationId ?? theirs.ownerUserId;
  const { workspaceId, connectionId } = made;
  await db.update(workspaces).set({ accountKey }).where(eq(workspaces.id, workspaceId));
  await db.update(connections).set({ accountKey }).where(eq(connections.id, connectionId));
  const sealed = seal(token, process.env.ENCRYPTION_KEYS ?? testKeys);
  const fingerprint = createHash("sha256").update(token).digest();
  await db
    .update(connectionTokens)
    .set({ id: randomUUID(), sealed, fingerprint, scopes })
    .where(eq(connectionTokens.connectionId, connectionId));
  return { ...made, accountKey, token };
}
