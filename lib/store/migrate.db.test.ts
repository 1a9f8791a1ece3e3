import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, inject, it } from "vitest";
import { migrate, readMigrations } from "@/lib/store/migrate";
import { useTestDatabase } from "@/lib/testing/database";

const database = useTestDatabase();
const shipped = "lib/store/migrations";
const temporary = mkdtempSync(join(tmpdir(), "countersign-migrations-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

function folderWith(change: (folder: string) => void): string {
  const folder = mkdtempSync(join(temporary, "files-"));
  cpSync(shipped, folder, { recursive: true });
  change(folder);
  return folder;
}

const run = (folder: string) => migrate({ ownerUrl: database.ownerUrl, appUrl: database.url, folder });

async function tables(): Promise<string[]> {
  const { rows } = await database.ownerPool.query<{ name: string }>(
    "select schemaname || '.' || tablename as name from pg_tables where schemaname in ('countersign', 'public') order by 1",
  );
  return rows.map((row) => row.name);
}

describe("migrate", () => {
  it("does nothing to a database that is up to date", async () => {
    const before = await tables();
    const outcome = await run(shipped);
    expect(outcome.from).toBe(outcome.to);
    expect(await tables()).toEqual(before);
  });

  it("refuses a file that was edited after it ran, and touches nothing", async () => {
    const before = await tables();
    const folder = folderWith((path) =>
      writeFileSync(join(path, "0001_first_light.sql"), "create table edited ();"),
    );
    await expect(run(folder)).rejects.toMatchObject({ key: "database_changed" });
    expect(await tables()).toEqual(before);
  });

  it("refuses a hole in the numbering", async () => {
    const folder = folderWith((path) => writeFileSync(join(path, "9000_far_away.sql"), "select 1"));
    await expect(run(folder)).rejects.toMatchObject({ key: "migration_files" });
  });
});

describe("the app's role", () => {
  it("reads and writes an ordinary table", async () => {
    await database.pool.query("insert into settings (key, value) values ('a', '1')");
    await database.pool.query("update settings set value = '2' where key = 'a'");
    await database.pool.query("delete from settings where key = 'a'");
  });

  it("adds events but can neither change nor remove them", async () => {
    await database.pool.query(
      "insert into events (at, kind, actor_kind, subject_kind, data) values (now(), 'tried', 'system', 'test', '{}')",
    );
    for (const query of ["update events set kind = 'x'", "delete from events", "truncate events"]) {
      await expect(database.pool.query(query)).rejects.toMatchObject({ code: "42501" });
    }
    await expect(database.ownerPool.query("update events set kind = 'x'")).rejects.toThrow(
      "only ever added to",
    );
  });

  it("cannot say that a migration ran", async () => {
    const query = "insert into schema_migrations (number, name, sha256) values (99, 'x', 'x')";
    await expect(database.pool.query(query)).rejects.toMatchObject({ code: "42501" });
  });

  it("makes no tables and no schemas", async () => {
    await expect(database.pool.query("create table countersign.mine ()")).rejects.toMatchObject({
      code: "42501",
    });
    await expect(database.pool.query("create schema mine")).rejects.toMatchObject({ code: "42501" });
  });

  it("could make a schema only while the job queue was installed", async () => {
    const { rows } = await database.pool.query(
      "select has_database_privilege(current_user, $1, 'create') as may",
      [inject("templateDatabase")],
    );
    expect(rows).toEqual([{ may: false }]);
  });

  it("adds a job inside a transaction", async () => {
    const { rows } = await database.pool.query(
      "select (graphile_worker.add_job('read', '{}')).id is not null as added",
    );
    expect(rows).toEqual([{ added: true }]);
  });
});

const last = readMigrations(shipped).length;

function fileNumber(number: number): string {
  return String(number).padStart(4, "0");
}

describe("a newer file", () => {
  it("runs once, and the older code then refuses the database untouched", async () => {
    const next = fileNumber(last + 1);
    const folder = folderWith((path) =>
      writeFileSync(join(path, `${next}_more.sql`), "create table more (id integer);"),
    );
    expect(await Promise.all([run(folder), run(folder)])).toContainEqual({
      from: last + 1,
      to: last + 1,
    });
    await database.pool.query("insert into more values (1)");
    const before = await tables();
    await expect(run(shipped)).rejects.toMatchObject({ key: "database_newer" });
    expect(await tables()).toEqual(before);
  });

  it("undoes all that were pending when one fails, so that the older code can go on", async () => {
    const { rows } = await database.ownerPool.query("select max(number) as number from schema_migrations");
    const applied: number = rows[0].number;
    const folder = folderWith((path) => {
      if (applied > last)
        writeFileSync(join(path, `${fileNumber(last + 1)}_more.sql`), "create table more (id integer);");
      writeFileSync(join(path, `${fileNumber(applied + 1)}_whole.sql`), "create table whole (id integer);");
      writeFileSync(join(path, `${fileNumber(applied + 2)}_half.sql`), "create table half (); select 1 / 0;");
    });
    const before = await tables();
    await expect(run(folder)).rejects.toMatchObject({
      key: "migration_failed",
      values: { name: `${fileNumber(applied + 2)}_half.sql` },
    });
    expect(await tables()).toEqual(before);
    const again = await database.ownerPool.query("select max(number) as number from schema_migrations");
    expect(again.rows[0].number).toBe(applied);
  });
});
