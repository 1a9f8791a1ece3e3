import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { passFailpoint } from "@/lib/failpoint";
import { grantToApp } from "@/lib/store/grant-to-app";
import { migrateJobs } from "@/lib/store/migrate-jobs";

export type MigrationKey =
  | "database_newer"
  | "database_changed"
  | "migration_failed"
  | "migration_not_allowed"
  | "migration_files";

/** Why the database was left as it was; the words are made where it is printed. */
export class MigrationError extends Error {
  readonly key: MigrationKey;
  readonly values: Record<string, string>;

  constructor(key: MigrationKey, values: Record<string, string>, options: { cause?: unknown } = {}) {
    super(key, options);
    this.name = "MigrationError";
    this.key = key;
    this.values = values;
  }
}

export type MigrationFile = { number: number; name: string; sql: string; sha256: string };
export type Applied = { number: number; name: string; sha256: string };

// One number for all versions of Countersign: two starts at once must not migrate side by side.
const lockNumber = 7_203_114_906;

/** Nobody else migrates this database, or fills it, until the session ends. */
export async function holdMigrations(client: pg.Client): Promise<void> {
  await client.query("select pg_advisory_lock($1)", [lockNumber]);
}

export function readMigrations(folder: string): MigrationFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  const files = names.sort().map((name, index) => {
    const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
    if (number !== index + 1) throw new MigrationError("migration_files", { name });
    const sql = readFileSync(join(folder, name), "utf8");
    return { number, name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
  });
  if (files.length === 0) throw new MigrationError("migration_files", { name: folder });
  return files;
}

export async function readApplied(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('countersign.schema_migrations') is not null as there",
  );
  if (!rows[0]?.there) return [];
  const applied = await client.query<Applied>(
    "select number, name, sha256 from countersign.schema_migrations order by number",
  );
  return applied.rows;
}

export function refuseStrangers(applied: Applied[], files: MigrationFile[]): void {
  const newest = files.at(-1)?.number ?? 0;
  for (const { number, name, sha256 } of applied) {
    if (number > newest) throw new MigrationError("database_newer", { name });
    if (files[number - 1]?.sha256 !== sha256) throw new MigrationError("database_changed", { name });
  }
}

async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query("begin");
  try {
    await client.query("set local search_path to countersign");
    await work();
    passFailpoint("migration-before-commit");
    await client.query("commit");
    passFailpoint("migration-committed");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

async function applyFile(client: pg.Client, file: MigrationFile): Promise<void> {
  try {
    await client.query(file.sql);
    await client.query("insert into schema_migrations (number, name, sha256) values ($1, $2, $3)", [
      file.number,
      file.name,
      file.sha256,
    ]);
  } catch (cause) {
    throw new MigrationError("migration_failed", { name: file.name, reason: messageOf(cause) }, { cause });
  }
}

/** Joins the transaction that is open, in our schema: all of them or none. */
export async function applyFiles(client: pg.Client, files: MigrationFile[]): Promise<void> {
  for (const file of files) await applyFile(client, file);
}

export async function prepareSchema(client: pg.Client): Promise<void> {
  try {
    const { rowCount } = await client.query("select from pg_namespace where nspname = 'countersign'");
    if (rowCount === 0) await client.query("create schema countersign");
    await client.query(`create table if not exists countersign.schema_migrations (
      number integer primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz(3) not null default now()
    )`);
  } catch (cause) {
    throw new MigrationError("migration_not_allowed", { reason: messageOf(cause) }, { cause });
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/**
 * Brings the database up to the files in `folder`, forward only, as the role of `ownerUrl`; then the job
 * queue's own schema as the role of `appUrl`, which may be the same role. A database that is newer than the
 * files, or was made by other files, is refused before anything is written.
 */
export async function migrate({
  ownerUrl,
  appUrl,
  folder,
}: {
  ownerUrl: string;
  appUrl: string;
  folder: string;
}): Promise<{ from: number; to: number }> {
  const files = readMigrations(folder);
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await holdMigrations(client);
    const applied = await readApplied(client);
    refuseStrangers(applied, files);
    await prepareSchema(client);
    const pending = files.slice(applied.length);
    // All in one: when the last of several fails, the version before can still be started.
    if (pending.length > 0) await inTransaction(client, () => applyFiles(client, pending));
    await grantToApp(client, appUrl);
    await migrateJobs(client, appUrl);
    return { from: applied.at(-1)?.number ?? 0, to: files.length };
  } finally {
    // Ending the session gives the lock back, whatever happened above.
    await client.end();
  }
}
