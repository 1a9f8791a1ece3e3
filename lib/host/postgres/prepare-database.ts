import pg from "pg";
import type { Postgres } from "@/lib/host/postgres/start-postgres";

/** Who owns the tables and migrates, and who runs the app. Neither is a superuser. */
export const ownerRole = "countersign_owner";
export const appRole = "countersign_app";
export const databaseName = "countersign";

async function hasRow(client: pg.Client, query: string, value: string): Promise<boolean> {
  const { rowCount } = await client.query(query, [value]);
  return rowCount === 1;
}

/** Both roles and the database, made when they are missing. The superuser is used for nothing else. */
export async function prepareDatabase(postgres: Postgres, name: string = databaseName): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.urlFor("postgres", "postgres") });
  await client.connect();
  try {
    for (const role of [ownerRole, appRole]) {
      if (await hasRow(client, "select 1 from pg_roles where rolname = $1", role)) continue;
      await client.query(`create role ${role} login nosuperuser nocreatedb nocreaterole`);
    }
    if (!(await hasRow(client, "select 1 from pg_database where datname = $1", name))) {
      await client.query(
        `create database ${pg.escapeIdentifier(name)} owner ${ownerRole} template template0`,
      );
    }
    await client.query(`revoke all on database ${pg.escapeIdentifier(name)} from public`);
    await client.query(`grant connect on database ${pg.escapeIdentifier(name)} to ${appRole}`);
  } finally {
    await client.end();
  }
}
