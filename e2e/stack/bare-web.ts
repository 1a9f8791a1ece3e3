import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { createDb, createPool, type Db } from "@/lib/store/pool";
import { testKeys } from "@/lib/testing/factories/make-workspace";
import { type OwnPostgres, startOwnPostgres } from "@/lib/testing/factories/own-postgres";
import { root } from "./folders";

export const authSecret = "the-secret-of-the-bare-web-of-these-tests";

/** The built web process alone on a database of its own: nothing changes a row but what is asked here. */
export type BareWeb = {
  origin: string;
  port: number;
  db: Db;
  /** Every line it has logged. */
  log: () => string;
  stop: () => Promise<void>;
};

export async function startBareWeb(env: Record<string, string> = {}): Promise<BareWeb> {
  const postgres = await startOwnPostgres();
  const pool = createPool(postgres.url, { max: 4 });
  const stopDatabase = async () => {
    await pool.end();
    await postgres.stop();
  };
  try {
    const web = await forkWeb(postgres, env);
    const stop = async () => {
      const gone = new Promise((resolve) => web.child.once("exit", resolve));
      web.child.kill("SIGTERM");
      await gone;
      await stopDatabase();
    };
    return { origin: `http://localhost:${web.port}`, port: web.port, db: createDb(pool), log: web.log, stop };
  } catch (error) {
    await stopDatabase();
    throw error;
  }
}

type Web = { child: ChildProcess; port: number; log: () => string };

function forkWeb(postgres: OwnPostgres, env: Record<string, string>): Promise<Web> {
  const child = fork(join(root, "dist", "web.mjs"), {
    cwd: root,
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      PORT: "0",
      DATABASE_URL: postgres.url,
      AUTH_SECRET: authSecret,
      NEXTAUTH_SECRET: authSecret,
      ENCRYPTION_KEYS: testKeys,
      ...env,
    },
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the web ended with ${code}\n${text.slice(-4000)}`)));
    child.on("message", ({ type, port }: { type: string; port: number }) => {
      if (type === "ready") resolve({ child, port, log: () => text });
    });
  });
}
