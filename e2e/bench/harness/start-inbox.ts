import { rmSync } from "node:fs";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { createDb, createPool, type Db } from "@/lib/store/pool";
import { makePerson } from "@/lib/testing/factories/make-person";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { startOwnPostgres } from "@/lib/testing/factories/own-postgres";
import { authSecret, partEnvironment } from "../../stack/bare-web";
import { makeScratchFolder, root } from "../../stack/folders";
import { forkPart, type Part } from "../../stack/fork-part";
import { findFreePort } from "../../stack/free-port";
import { callDoor } from "../../stack/sandbox-door";
import { startUpstream, type Tokens } from "../../stack/sandbox-process";

type Account = { accountId: string; tokens: Tokens; ids: Record<string, string[]> };

/** The built inbox as it runs for people, on a PostgreSQL of its own that waits for the disk. */
export type BenchInbox = {
  /** Where the web answers, and a cookie of the owner who is signed in there. */
  web: string;
  cookie: string;
  webPart: Part;
  worker: Part | null;
  db: Db;
  databaseUrl: string;
  workspace: MadeWorkspace;
  /** OpenTrain, as far as the inbox is concerned: the sandbox by itself, and the account connected. */
  sandbox: string;
  account: Account;
  /** On the disk that everything lies on, for `measureFsync`. */
  folder: string;
  /** As it is kept by itself after a while: no table is as it was at the last of its writes. */
  vacuum: (table: string) => Promise<void>;
  /** Further ones on the same database; they stop with the rest. */
  startWeb: (env?: Record<string, string>) => Promise<Part & { origin: string }>;
  startWorker: (env?: Record<string, string>) => Promise<Part>;
};

type Wanted = {
  scenario?: "empty" | "demo" | "large" | "hostile";
  /** Whether somebody follows the feed. */
  isFollowed?: boolean;
  env?: Record<string, string>;
  execArgv?: string[];
};

/** `after` is given what takes it all down again. */
export async function startInbox(
  after: (undo: () => Promise<unknown>) => void,
  { scenario = "empty", isFollowed = false, env = {}, execArgv = [] }: Wanted = {},
): Promise<BenchInbox> {
  const { folder, dataDir } = makeScratchFolder("bench");
  after(async () => rmSync(folder, { recursive: true, force: true }));
  const postgres = await startOwnPostgres({ durable: true });
  after(postgres.stop);
  const pool = createPool(postgres.url, { max: 4 });
  after(() => pool.end());
  const sandboxPort = await findFreePort();
  const sandbox = `http://localhost:${sandboxPort}`;
  after((await startUpstream(join(folder, "elsewhere"), sandboxPort)).stop);
  const account = await callDoor<Account>(sandbox, "POST", "/accounts", { scenario });
  const db = createDb(pool);
  const accountKey = await accountKeyOf(sandbox, account.tokens.owner);
  const workspace = await makeWorkspace(db, { origin: sandbox, token: account.tokens.owner, accountKey });
  const { sessionId } = await makePerson(db, workspace.workspaceId, "owner");
  const session = await encode({ token: { sid: sessionId }, secret: authSecret });
  const start = async (name: "web" | "worker", more: Record<string, string> = {}) => {
    const given = { ...partEnvironment(postgres.url), DATA_DIR: dataDir, ...env, ...more };
    const part = await forkPart(join(root, "dist", `${name}.mjs`), given, execArgv);
    after(part.stop);
    return part;
  };
  const startWeb = async (more?: Record<string, string>) => {
    const part = await start("web", more);
    return { ...part, origin: `http://localhost:${part.port}` };
  };
  const webPart = await startWeb();
  return {
    web: webPart.origin,
    cookie: `next-auth.session-token=${session}`,
    webPart,
    worker: isFollowed ? await start("worker") : null,
    db,
    databaseUrl: postgres.url,
    workspace,
    sandbox,
    account,
    folder,
    async vacuum(table) {
      const owner = createPool(postgres.ownerUrl, { max: 1 });
      await owner.query(`vacuum analyze ${table}`);
      await owner.end();
    },
    startWeb,
    startWorker: (more) => start("worker", more),
  };
}

async function accountKeyOf(sandbox: string, token: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const me = await (await fetch(`${sandbox}/api/public/v1/auth/me`, { headers })).json();
  const { account } = me as { account: { organizationId: string | null; ownerUserId: string } };
  return account.organizationId ?? account.ownerUserId;
}
