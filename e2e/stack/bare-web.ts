import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDb, createPool, type Db } from "@/lib/store/pool";
import { testKeys } from "@/lib/testing/factories/make-workspace";
import { startOwnPostgres } from "@/lib/testing/factories/own-postgres";
import { root } from "./folders";
import { forkPart } from "./fork-part";

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

/** What web and worker are told, whoever starts them. */
export function partEnvironment(databaseUrl: string): Record<string, string> {
  return {
    PORT: "0",
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: authSecret,
    NEXTAUTH_SECRET: authSecret,
    ENCRYPTION_KEYS: testKeys,
  };
}

export async function startBareWeb(env: Record<string, string> = {}): Promise<BareWeb> {
  const postgres = await startOwnPostgres();
  const pool = createPool(postgres.url, { max: 4 });
  const dataDir = mkdtempSync(join(tmpdir(), "countersign-bare-"));
  const stopDatabase = async () => {
    await pool.end();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const script = join(root, "dist", "web.mjs");
    const web = await forkPart(script, { ...partEnvironment(postgres.url), DATA_DIR: dataDir, ...env });
    const stop = async () => {
      await web.stop();
      await stopDatabase();
    };
    return { origin: `http://localhost:${web.port}`, port: web.port, db: createDb(pool), log: web.log, stop };
  } catch (error) {
    await stopDatabase();
    throw error;
  }
}
