import type { Env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import {
  type Account,
  type AccountProblem,
  type AskedAccount,
  askAccount,
} from "@/lib/services/connections/ask-account";
import { connectAccount } from "@/lib/services/installation/connect-account";
import { ensureFirstCaptureKey, ensureSandboxKey } from "@/lib/services/installation/ensure-capture-keys";
import { ensureKeys } from "@/lib/services/installation/ensure-keys";
import { homeWorkspace } from "@/lib/services/installation/home-workspace";
import { keepSandboxAgent } from "@/lib/services/installation/keep-sandbox-agent";
import { checkPassword } from "@/lib/services/people/check-password";
import { hashPassword } from "@/lib/services/people/password";
import { createOwner } from "@/lib/services/setup/create-owner";
import { findConnection, findWorkspace, listTokens } from "@/lib/store/connections/rows";
import { lockInstallation } from "@/lib/store/locks";
import { hasOwner } from "@/lib/store/people/rows";
import type { Db, Tx } from "@/lib/store/pool";
import type { ConnectionKind, WorkspaceKind } from "@/lib/store/schema";
import { readSetting } from "@/lib/store/settings";

export type EnsureInstallationInput = {
  db: Db;
  now: Date;
  env: Env;
  sandbox: { origin: string; ownerToken: string; agentToken: string } | null;
  agentCaptureKey: string | null;
};

export type Installation = {
  state: WorkspaceKind;
  hasOwner: boolean;
  /** `other_account`: the token is good, and its account is not the one connected, or is one of others here. */
  realConnection: "ok" | "refused" | "other_account" | "unreachable" | "none";
};

/** What must be true before anybody is let in. Called at every start, by every host; makes only what is missing. */
export async function ensureInstallation(input: EnsureInstallationInput): Promise<Installation> {
  const { db, now, env, sandbox } = input;
  const keys = env.ENCRYPTION_KEYS;
  if (!keys) throw new AppError("UNAVAILABLE", { reason: "wrong_encryption_key" });
  await db.transaction(async (tx) => {
    await lockInstallation(tx);
    await ensureKeys(tx, { encryptionKeys: keys, authSecret: env.AUTH_SECRET, now });
    await homeWorkspace(tx, now);
    await ensureFirstCaptureKey(tx, env.CAPTURE_KEY, keys, now);
  });
  const passwordHash = await ownerToMake(db, env);
  // Nobody waits for a lock while we wait for the outside.
  const real = await askReal(db, env);
  const simulated = sandbox && (await askAccount(sandbox.origin, sandbox.ownerToken));
  return db.transaction(async (tx) => {
    await lockInstallation(tx);
    const isElsewhere =
      real && "account" in real && !(await connectHome(tx, "real", real.account, input, keys));
    if (simulated) await connectSandbox(tx, simulated, input, keys);
    if (passwordHash !== null && env.OWNER_EMAIL && !(await hasOwner(tx))) {
      const owner = { email: env.OWNER_EMAIL, passwordHash, name: null, timeZone: null };
      await createOwner(tx, owner, { workspaceId: await homeWorkspace(tx, now), now, by: "environment" });
    }
    const installation = await installationOf(tx, real, now);
    return isElsewhere ? { ...installation, realConnection: "other_account" } : installation;
  });
}

/** The first owner's workspace. False where the account belongs to others here, or theirs is another. */
async function connectHome(
  tx: Tx,
  kind: ConnectionKind,
  account: Account,
  { now }: EnsureInstallationInput,
  keys: string,
): Promise<boolean> {
  const workspaceId = await homeWorkspace(tx, now);
  const source = kind === "real" ? ("environment" as const) : ("sandbox" as const);
  const by = { kind: "system" as const, id: "start" };
  const given = { workspaceId, kind, account, source, by, keys, now, name: null, mayLeave: false };
  const outcome = await connectAccount(tx, given);
  if (kind === "real" && "problem" in outcome)
    log.warn({ why: outcome.problem }, "the account was not connected");
  return "stored" in outcome;
}

async function connectSandbox(
  tx: Tx,
  asked: AskedAccount,
  input: EnsureInstallationInput,
  keys: string,
): Promise<void> {
  if (!("account" in asked)) return;
  const isConnected = await connectHome(tx, "sandbox", asked.account, input, keys);
  if (!isConnected) return;
  const { sandbox, agentCaptureKey, now } = input;
  const workspaceId = await homeWorkspace(tx, now);
  if (sandbox) await keepSandboxAgent(tx, { workspaceId, token: sandbox.agentToken, keys });
  if (agentCaptureKey !== null) await ensureSandboxKey(tx, agentCaptureKey, workspaceId, now);
}

/**
 * Only where something would come of it: nothing real connected yet, or no token of it is taken any more. What
 * somebody disconnected stays so until somebody connects it again.
 */
async function askReal(db: Db, env: Env): Promise<AskedAccount | null> {
  if (!env.OPENTRAIN_API_TOKEN) return null;
  const home = await readSetting(db, "home_workspace");
  const connection = home === null ? null : await findConnection(db, home);
  if (connection?.kind === "real") {
    if (connection.state === "disconnected") return null;
    const tokens = await listTokens(db, connection.id);
    if (tokens.some(({ state }) => state === "active")) return null;
  }
  return askAccount(env.OPENTRAIN_API_BASE_URL, env.OPENTRAIN_API_TOKEN);
}

async function ownerToMake(db: Db, { OWNER_EMAIL, OWNER_PASSWORD }: Env): Promise<string | null> {
  if (!OWNER_EMAIL || !OWNER_PASSWORD || (await hasOwner(db))) return null;
  checkPassword(OWNER_PASSWORD, OWNER_EMAIL);
  return hashPassword(OWNER_PASSWORD);
}

async function installationOf(tx: Tx, asked: AskedAccount | null, now: Date): Promise<Installation> {
  const home = await findWorkspace(tx, await homeWorkspace(tx, now));
  const connection = home && (await findConnection(tx, home.id));
  return {
    state: home?.kind ?? "none",
    hasOwner: await hasOwner(tx),
    realConnection: realOf(asked, connection?.kind === "real" ? connection.syncState : null),
  };
}

function realOf(asked: AskedAccount | null, syncState: string | null): Installation["realConnection"] {
  if (asked && "problem" in asked) return isForLater(asked.problem) ? "unreachable" : "refused";
  if (syncState === "refused" || syncState === "unreachable") return syncState;
  return syncState === null ? "none" : "ok";
}

function isForLater(problem: AccountProblem): boolean {
  return problem === "unreachable" || problem === "garbled";
}
