import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { onRunningInbox, untoldChanges, watchEvents } from "@/lib/testing/watch-events";
import { makeScratchFolder } from "./folders";
import { findFreePort } from "./free-port";
import { type InboxProcess, killWhileStarting, startInboxProcess } from "./inbox-process";
import { leftoversOf, waitUntilGone } from "./processes";
import { type RewritingProxy, startRewritingProxy } from "./rewriting-proxy";
import { callDoor } from "./sandbox-door";
import { primeSandbox, startUpstream, type Tokens, type Upstream } from "./sandbox-process";
import { until } from "./until";

/**
 * `first_run`: as after `npm start`, nobody has come in yet, the sandbox beside it and its agent at work.
 * `sandbox`: the same with an owner. `account`: a quiet account of its own in a sandbox of its own, connected
 * by OPENTRAIN_API_TOKEN, with nobody asking but the test. `unconnected`: an owner and no account at all.
 */
export type World = {
  kind: "first_run" | "sandbox" | "account" | "unconnected";
  name: string;
  scenario?: "empty" | "demo" | "hostile";
  /** `account` only: what OpenTrain answers passes through `running.proxy`. */
  isProxied?: boolean;
  /** Another sandbox stands where a token pasted in settings goes, and is `stack.real`. */
  hasReal?: boolean;
  /** Starts before the real one, each struck down after so many milliseconds. */
  killedStarts?: number[];
  env?: Record<string, string>;
};

export type Stack = {
  name: string;
  web: string;
  sandbox: string;
  /** Where OPENTRAIN_API_BASE_URL leads, with `hasReal`. */
  real: string | null;
  accountId: string;
  tokens: Tokens;
  captureKey: string | null;
  owner: { email: string; password: string };
  setupLink: string | null;
  folder: string;
  dataDir: string;
};

export type RunningStack = {
  stack: Stack;
  startMs: number;
  inbox: InboxProcess;
  /** Null when the sandbox is the supervisor's own. */
  upstream: Upstream | null;
  /** What answers at `stack.real`. */
  real: Upstream | null;
  proxy: RewritingProxy | null;
  /** The same folders and ports once more, and the same settings but for these. */
  startAgain: (changed?: Record<string, string>, clone?: string) => Promise<InboxProcess>;
  /** `untold`: changes of state that wrote no event. */
  stop: () => Promise<{ leftovers: string[]; untold: string[]; ms: number; code: number | null }>;
};

const owner = { email: "owner@example.com", password: "a long enough pass phrase" };
const captureKey = "capture-key-for-browser-tests-0123456789";

export async function startStack(world: World): Promise<RunningStack> {
  const { folder, dataDir } = makeScratchFolder(world.name);
  const [webPort, sandboxPort] = [await findFreePort(), await findFreePort()];
  const web = `http://localhost:${webPort}`;
  const sandbox = `http://localhost:${sandboxPort}`;
  const isBeside = world.kind === "first_run" || world.kind === "sandbox";
  const proxy = world.isProxied ? await startRewritingProxy(sandbox) : null;
  const upstream = isBeside
    ? null
    : await startUpstream(join(folder, "elsewhere"), sandboxPort, proxy?.origin);
  const realPort = world.hasReal ? await findFreePort() : null;
  const real = realPort === null ? null : await startUpstream(join(folder, "real"), realPort);
  const account = upstream ? await makeAccount(sandbox, world) : await primeSandbox(dataDir);
  const isOwned = world.kind !== "first_run";
  const env: Record<string, string> = {
    // Somebody's own settings, and with them their own account and database, stay out of this.
    ENV_FILE: "none",
    PORT: String(webPort),
    DATA_DIR: dataDir,
    SANDBOX_PORT: String(sandboxPort),
    SYNC_INTERVAL_MS: "500",
    ...(isOwned ? { OWNER_EMAIL: owner.email, OWNER_PASSWORD: owner.password, CAPTURE_KEY: captureKey } : {}),
    ...(upstream ? { SANDBOX: "off", OPENTRAIN_API_BASE_URL: proxy?.origin ?? sandbox } : {}),
    ...(world.kind === "account" ? { OPENTRAIN_API_TOKEN: account.tokens.owner } : {}),
    ...(realPort === null ? {} : { OPENTRAIN_API_BASE_URL: `http://localhost:${realPort}` }),
    ...world.env,
  };
  refuseStrangers(env);
  const began = Date.now();
  const settings = { web, env, logFile: join(folder, "start.log") };
  const start = (changed: Record<string, string> = {}, clone?: string) =>
    startInboxProcess({ ...settings, ...(clone ? { clone } : {}), env: { ...env, ...changed } });
  const stopBeside = async () => {
    await proxy?.stop();
    await upstream?.stop();
    await real?.stop();
  };
  for (const afterMs of world.killedStarts ?? []) {
    const family = await killWhileStarting(settings, afterMs);
    if ((await waitUntilGone(family, placesOf(dataDir), 10_000)) === null) {
      throw new Error(
        `killed ${afterMs} ms into its start, it left ${leftoversOf(family, placesOf(dataDir))}`,
      );
    }
  }
  let inbox = await start().catch(async (error) => {
    await stopBeside();
    throw error;
  });
  await onRunningInbox(dataDir, watchEvents);
  const setupLink = isOwned ? null : await until("a set-up link", () => findSetupLink(inbox.output()), 5000);
  return {
    stack: {
      name: world.name,
      web,
      sandbox,
      real: realPort === null ? null : `http://localhost:${realPort}`,
      ...account,
      captureKey: isOwned ? captureKey : null,
      owner,
      setupLink,
      folder,
      dataDir,
    },
    startMs: Date.now() - began,
    get inbox() {
      return inbox;
    },
    upstream,
    real,
    proxy,
    async startAgain(changed, clone) {
      inbox = await start(changed, clone);
      return inbox;
    },
    async stop() {
      const untold = (await onRunningInbox(dataDir, untoldChanges)) ?? [];
      const family = inbox.family();
      const ended = await inbox.terminate();
      await stopBeside();
      const leftovers = leftoversOf(family, placesOf(dataDir));
      for (const path of [...placesOf(dataDir), folder]) rmSync(path, { recursive: true, force: true });
      return { leftovers, untold, ...ended };
    },
  };
}

/** These tests write, confirm and kill: only ever on this machine. */
function refuseStrangers(env: Record<string, string>): void {
  const isHere = (value: string) => ["localhost", "127.0.0.1", "[::1]", ""].includes(new URL(value).hostname);
  const strangers = Object.entries(env).filter(([, value]) => URL.canParse(value) && !isHere(value));
  if (strangers.length > 0)
    throw new Error(`not on this machine: ${strangers.map(([name]) => name).join(", ")}`);
}

type Account = { accountId: string; tokens: Tokens };

async function makeAccount(sandbox: string, { scenario = "empty" }: World): Promise<Account> {
  const { accountId, tokens } = await callDoor<Account>(sandbox, "POST", "/accounts", { scenario });
  return { accountId, tokens };
}

/** DATA_DIR, and where the database lies when its account could not enter that. */
export function placesOf(dataDir: string): string[] {
  const note = join(dataDir, "postgres-place");
  return existsSync(note) ? [dataDir, readFileSync(note, "utf8").trim()] : [dataDir];
}

export function findSetupLink(output: string): string | null {
  return /https?:\/\/\S+\/setup#\S+/.exec(output)?.[0] ?? null;
}
