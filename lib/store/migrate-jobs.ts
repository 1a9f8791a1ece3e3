import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { currentRole, roleOf } from "@/lib/store/grant-to-app";

const quiet = new Logger(() => () => undefined);

async function databaseOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>("select current_database() as name");
  return pg.escapeIdentifier(rows[0]?.name ?? "");
}

async function isInstalled(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query("select from pg_namespace where nspname = 'graphile_worker'");
  return rowCount === 1;
}

async function installJobs(appUrl: string): Promise<void> {
  const pgPool = new pg.Pool({ connectionString: appUrl, max: 2 });
  // A connection that breaks while idle fails the next query; it must not end the process.
  const ignore = () => undefined;
  pgPool.on("error", ignore);
  pgPool.on("connect", (client) => client.on("error", ignore));
  try {
    await runMigrations({ pgPool, logger: quiet });
  } finally {
    await pgPool.end();
  }
}

/**
 * The job queue uses row level security without policies: its schema must belong to the role that runs the
 * app, or no job can be added. That role may create a schema only while this runs.
 */
export async function migrateJobs(owner: pg.Client, appUrl: string): Promise<void> {
  const run = () => installJobs(appUrl);
  const role = await roleOf(appUrl);
  const isOneRole = role === (await currentRole(owner));
  if (isOneRole || (await isInstalled(owner))) return await run();
  const right = `create on database ${await databaseOf(owner)}`;
  await owner.query(`grant ${right} to ${pg.escapeIdentifier(role)}`);
  try {
    await run();
  } finally {
    await owner.query(`revoke ${right} from ${pg.escapeIdentifier(role)}`);
  }
}
