import { join } from "node:path";
import type { Env } from "@/lib/env";
import { appRole, databaseName, ownerRole } from "@/lib/host/postgres/prepare-database";
import { reachDatabase } from "@/lib/host/reach-database";
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
  await migrate({ appUrl, ownerUrl, folder: join(root, "lib", "store", "migrations") });
}
