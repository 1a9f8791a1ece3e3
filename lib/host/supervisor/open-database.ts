import { join } from "node:path";
import type { Env } from "@/lib/env";
import { causesOf } from "@/lib/errors";
import { appRole, databaseName, ownerRole } from "@/lib/host/postgres/prepare-database";
import { reachDatabase } from "@/lib/host/reach-database";
import { StartError } from "@/lib/host/start-error";
import { type KeptPostgres, keepPostgres } from "@/lib/host/supervisor/keep-postgres";
import { migrate } from "@/lib/store/migrate";

export type OpenDatabase = {
  appUrl: string;
  ownerUrl: string;
  /** Null when the database is somebody else's to run. */
  postgres: KeptPostgres | null;
};

/** The database of DATABASE_URL, or a private one in DATA_DIR; reachable, but not migrated yet. */
export async function openDatabase(env: Env, dataDir: string): Promise<OpenDatabase> {
  if (!env.DATABASE_URL) {
    const postgres = await keepPostgres(dataDir);
    return {
      appUrl: postgres.urlFor(appRole, databaseName),
      ownerUrl: postgres.urlFor(ownerRole, databaseName),
      postgres,
    };
  }
  const ownerUrl = env.DATABASE_MIGRATE_URL ?? env.DATABASE_URL;
  await reachDatabase("DATABASE_URL", env.DATABASE_URL);
  if (env.DATABASE_MIGRATE_URL) await reachDatabase("DATABASE_MIGRATE_URL", ownerUrl);
  return { appUrl: env.DATABASE_URL, ownerUrl, postgres: null };
}

export async function migrateDatabase({ appUrl, ownerUrl }: OpenDatabase, root: string): Promise<void> {
  try {
    await migrate({ appUrl, ownerUrl, folder: join(root, "lib", "store", "migrations") });
  } catch (error) {
    // PostgreSQL's word for a right that is missing, whichever step it was missing at.
    const refusal = causesOf(error).find((cause) => "code" in cause && cause.code === "42501");
    if (!refusal) throw error;
    const key = ownerUrl === appUrl ? "migration_role_missing" : "migration_not_allowed";
    throw new StartError(key, { reason: refusal.message }, { cause: error });
  }
}
