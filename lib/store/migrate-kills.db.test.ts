import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readMigrations } from "@/lib/store/migrate";
import { useTestDatabase } from "@/lib/testing/database";

// A start dies while it brings the database up to date. The version before finds it as it was, or the next start
// finds it whole; in between there is nothing.

const rounds = Number(process.env.KILL_POINT_ROUNDS ?? 1);
const only = process.env.KILL_POINT ?? "";
const POINTS = ["migration-before-commit", "migration-committed"].filter(
  (point) => only === "" || point === only,
);

const database = useTestDatabase();
const folder = mkdtempSync(join(tmpdir(), "migrate-kills-"));
const bundle = join(folder, "migrate.mjs");
const files = join(folder, "migrations");

beforeAll(async () => {
  cpSync("lib/store/migrations", files, { recursive: true });
  await build({
    entryPoints: [resolve("lib/store/testing/migrate-once.ts")],
    outfile: bundle,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    alias: { "@": resolve(".") },
  });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  await database.pool.query("insert into settings (key, value) values ('kept', '1')");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(failpoint?: string): Promise<unknown[]> {
  const child = spawn(process.execPath, [bundle], {
    env: {
      ...process.env,
      OWNER_URL: database.ownerUrl,
      DATABASE_URL: database.url,
      MIGRATIONS: files,
      ...(failpoint ? { COUNTERSIGN_FAILPOINT: failpoint } : {}),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return once(child, "exit");
}

/** Two files of a newer version, of which the second builds on the first. */
function addFiles(): { table: string; numbers: [number, number] } {
  const last = readMigrations(files).length;
  const table = `made_by_${last + 1}`;
  const write = (number: number, sql: string) =>
    writeFileSync(join(files, `${String(number).padStart(4, "0")}_more.sql`), sql);
  write(last + 1, `create table ${table} as select key from settings;`);
  write(
    last + 2,
    `insert into ${table} values ('second'); update settings set value = '2' where key = 'kept';`,
  );
  return { table, numbers: [last + 1, last + 2] };
}

async function applied(): Promise<number> {
  const { rows } = await database.ownerPool.query("select max(number) as number from schema_migrations");
  return rows[0].number;
}

async function hasTable(table: string): Promise<boolean> {
  const { rows } = await database.ownerPool.query("select to_regclass($1) is not null as there", [
    `countersign.${table}`,
  ]);
  return rows[0].there;
}

const settings = async () =>
  (await database.ownerPool.query("select key, value from settings order by key")).rows;

it.each(POINTS)(
  "dies at %s, and the database is the one before or the one after, never one between",
  async (point) => {
    for (let count = 0; count < rounds; count += 1) {
      await database.ownerPool.query("update settings set value = '1' where key = 'kept'");
      const before = await settings();
      const { table, numbers } = addFiles();
      expect([point, ...(await start(point))]).toEqual([point, null, "SIGKILL"]);
      const isCommitted = point === "migration-committed";
      expect(await applied()).toBe(isCommitted ? numbers[1] : numbers[0] - 1);
      expect(await hasTable(table)).toBe(isCommitted);
      if (!isCommitted) expect(await settings()).toEqual(before);
      expect(await start()).toEqual([0, null]);
      expect(await applied()).toBe(numbers[1]);
      // As the app, which is given its rights behind the last file.
      const { rows } = await database.pool.query(`select key from ${table} order by key`);
      expect(rows.map(({ key }) => key)).toEqual([...before.map(({ key }) => key), "second"]);
      expect(await settings()).toContainEqual({ key: "kept", value: 2 });
    }
  },
  30_000 + rounds * 20_000,
);
