import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appRole, ownerRole, prepareDatabase } from "@/lib/host/postgres/prepare-database";
import { type Postgres, startPostgres } from "@/lib/host/postgres/start-postgres";
import { migrate } from "@/lib/store/migrate";

declare module "vitest" {
  interface ProvidedContext {
    postgresSocketDir: string;
    templateDatabase: string;
  }
}

const template = "countersign_template";

type Project = { provide: (key: "postgresSocketDir" | "templateDatabase", value: string) => void };

/** One PostgreSQL for the whole run, with one migrated database that every test file gets a copy of. */
export async function setup(project: Project): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-test-"));
  // The account that runs PostgreSQL when root tests must be able to pass.
  chmodSync(folder, 0o711);
  let postgres: Postgres | null = null;
  const remove = () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    if (postgres) rmSync(postgres.place, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  };
  // vitest leaves at a second Ctrl-C without any teardown.
  const leave = () => {
    postgres?.kill();
    remove();
  };
  process.once("exit", leave);
  try {
    postgres = await startPostgres({ dataDir: folder, durable: false });
    await prepareDatabase(postgres, template);
    await migrate({
      ownerUrl: postgres.urlFor(ownerRole, template),
      appUrl: postgres.urlFor(appRole, template),
      folder: "lib/store/migrations",
    });
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
  project.provide("postgresSocketDir", postgres.socketDir);
  project.provide("templateDatabase", template);
  return async () => {
    process.removeListener("exit", leave);
    await postgres?.stop();
    remove();
  };
}
