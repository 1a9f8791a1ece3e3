import { randomUUID } from "node:crypto";
import type { Guesses } from "@/lib/sandbox/guesses";
import { connectToken } from "@/lib/services/connections/connect";
import type { Ctx } from "@/lib/services/context";
import { createWorkspace } from "@/lib/services/installation/create-workspace";
import { findConnection } from "@/lib/store/connections/rows";
import type { Db } from "@/lib/store/pool";
import { makePerson } from "@/lib/testing/factories/make-person";
import { testKeys } from "@/lib/testing/factories/make-workspace";
import { type Random, randomFrom } from "@/lib/testing/opentrain/random";
import type { SandboxAccount, Truth, WorldSandbox } from "@/lib/worlds/open-sandbox";
import { serveRecorder, type WorldRecorder } from "@/lib/worlds/serve-recorder";

// Read once by lib/env at its first use.
process.env.ENCRYPTION_KEYS ??= testKeys;

export type WorldOptions = {
  seed: number;
  steps: number;
  guesses: Guesses;
  /** What an agent hands over is thrown away: the figure must show it. */
  isCaptureBroken?: boolean;
};

/** An agent's own answer that it has not told anybody of yet. */
export type HandOver = { id: string; approval: unknown; request: unknown };

/** Both sides of one account, and what an onlooker notes who sees only the list. */
export type World = {
  db: Db;
  sandbox: WorldSandbox;
  account: SandboxAccount;
  workspaceId: string;
  connectionId: string;
  owner: () => Ctx;
  agent: () => Ctx;
  random: Random;
  options: WorldOptions;
  recorder: WorldRecorder;
  isAway: boolean;
  /** What happened, for whoever reads a failure. */
  story: string[];
  toHandOver: HandOver[];
  /** What was asked through the recorder without an answer. */
  unheard: Set<string>;
  handedOver: Set<string>;
  /** When each request was first on the list, by OpenTrain's clock. */
  seenAt: Map<string, number>;
  /** The terms each agent asked with, as far as anybody told us. */
  askedCents: Map<string, number>;
};

/** A workspace of its own, connected to an account of its own with the owner's token. */
export async function makeWorld(db: Db, sandbox: WorldSandbox, options: WorldOptions): Promise<World> {
  const account = await sandbox.account({ guesses: options.guesses, creditsCents: 500_000 });
  const workspaceId = await db.transaction((tx) =>
    createWorkspace(tx, { name: "", kind: "none", accountKey: null }, new Date()),
  );
  const { personId, sessionId } = await makePerson(db, workspaceId, "owner");
  const owner = (): Ctx => ({
    db,
    workspaceId,
    now: new Date(),
    actor: { kind: "person", personId, sessionId, role: "owner" },
  });
  const input = { token: account.tokens.owner, label: null, isAnotherAccount: false };
  await connectToken({ ctx: owner(), origin: sandbox.origin, input });
  const connection = await findConnection(db, workspaceId);
  if (!connection) throw new Error("the world is not connected");
  const isDeaf = options.isCaptureBroken ?? false;
  const recorder = await serveRecorder(db, { realOrigin: sandbox.origin, isDeaf });
  const keyId = randomUUID();
  return {
    db,
    sandbox,
    account,
    workspaceId,
    connectionId: connection.id,
    owner,
    agent: () => ({ db, workspaceId, now: new Date(), actor: { kind: "capture_key", keyId, label: "B" } }),
    random: randomFrom(options.seed),
    options,
    recorder,
    isAway: false,
    story: [],
    toHandOver: [],
    unheard: new Set(),
    handedOver: new Set(),
    seenAt: new Map(),
    askedCents: new Map(),
  };
}

export function truthOf({ sandbox, account }: World): Promise<Truth> {
  return sandbox.truth(account.accountId);
}
