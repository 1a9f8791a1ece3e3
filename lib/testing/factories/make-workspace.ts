import { createHash, randomUUID } from "node:crypto";
import type { Role } from "@/lib/domain/records";
import type { Ctx } from "@/lib/services/context";
import type { Db } from "@/lib/store/pool";
import { connections, connectionTokens, members, people, workspaces } from "@/lib/store/schema";
import { seal } from "@/lib/store/sealing";
import { unique } from "@/lib/testing/factories/unique";

export const testKeys = "test-encryption-key-of-thirty-two-characters";
// Read once by lib/env at its first use.
process.env.ENCRYPTION_KEYS ??= testKeys;

export type MadeWorkspace = {
  workspaceId: string;
  connectionId: string;
  /** Whose OpenTrain account it is, for an upstream to say so too. */
  accountKey: string;
  token: string;
  /** As its owner, now. */
  owner: Ctx;
  as: (role: Role, now?: Date) => Ctx;
  agent: (now?: Date) => Ctx;
};

type Wanted = {
  origin: string;
  kind?: "sandbox" | "real";
  watchingSince?: Date;
  accountKey?: string;
  token?: string;
};

/** A connected workspace with an owner of its own. */
export async function makeWorkspace(
  db: Db,
  {
    origin,
    kind = "sandbox",
    watchingSince = new Date(),
    accountKey = unique("org"),
    token = `ot_pat_${unique("sandbox")}_${randomUUID()}`,
  }: Wanted,
): Promise<MadeWorkspace> {
  const [workspaceId, connectionId, personId, createdAt] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    new Date(),
  ];
  await db.insert(workspaces).values({ id: workspaceId, name: "Ada Owner", kind, accountKey, createdAt });
  const email = `${unique("ada")}@example.com`;
  await db.insert(people).values({ id: personId, email, name: "Ada", passwordHash: "none", createdAt });
  await db.insert(members).values({ personId, workspaceId, role: "owner", createdAt });
  await db.insert(connections).values({
    id: connectionId,
    workspaceId,
    kind,
    origin,
    accountKey,
    state: "open",
    createdAt,
    watchingSince,
  });
  await db.insert(connectionTokens).values({
    id: randomUUID(),
    connectionId,
    workspaceId,
    label: "inbox",
    source: kind === "sandbox" ? "sandbox" : "person",
    sealed: seal(token, process.env.ENCRYPTION_KEYS ?? testKeys),
    fingerprint: createHash("sha256").update(token).digest(),
    scopes: ["payments:read", "proposals:read", "jobs:read"],
    state: "active",
    createdAt,
    checkedAt: createdAt,
  });
  const as = (role: Role, now = new Date()): Ctx => ({
    db,
    workspaceId,
    now,
    actor: { kind: "person", personId, sessionId: randomUUID(), role },
  });
  return {
    workspaceId,
    connectionId,
    accountKey,
    token,
    owner: as("owner"),
    as,
    agent: (now = new Date()) => ({
      db,
      workspaceId,
      now,
      actor: { kind: "capture_key", keyId: randomUUID(), label: "Capture key" },
    }),
  };
}
