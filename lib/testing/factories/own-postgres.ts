import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appRole, databaseName, ownerRole, prepareDatabase } from "@/lib/host/postgres/prepare-database";
import { startPostgres } from "@/lib/host/postgres/start-postgres";
import { migrate } from "@/lib/store/migrate";

export type OwnPostgres = {
  /** As the app, as the owner of the tables, and as the one who may end anybody's connection. */
  url: string;
  ownerUrl: string;
  superuserUrl: string;
  appRole: string;
  stop: () => Promise<void>;
};

/**
 * A migrated PostgreSQL of one test file's own, for tests that start processes on it. `durable`: every commit
 * waits for the disk, as it does for people; tests do without.
 */
export async function startOwnPostgres({ durable = false } = {}): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-own-"));
  chmodSync(folder, 0o711);
  const postgres = await startPostgres({ dataDir: folder, durable });
  await prepareDatabase(postgres);
  const url = postgres.urlFor(appRole, databaseName);
  const ownerUrl = postgres.urlFor(ownerRole, databaseName);
  await migrate({ ownerUrl, appUrl: url, folder: "lib/store/migrations" });
  return {
    url,
    ownerUrl,
    superuserUrl: postgres.urlFor("postgres", databaseName),
    appRole,
    async stop() {
      await postgres.stop();
      for (const path of [folder, postgres.place]) rmSync(path, { recursive: true, force: true });
    },
  };
}
