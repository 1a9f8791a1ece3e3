import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { findRunning } from "@/lib/host/postgres/find-running";
import { appRole, databaseName, ownerRole, prepareDatabase } from "@/lib/host/postgres/prepare-database";
import { startPostgres } from "@/lib/host/postgres/start-postgres";
import { urlFor } from "@/lib/host/postgres/url-for";
import { eventually, findProcesses } from "@/lib/testing/find-processes";
import { useHostProcess } from "@/lib/testing/host-process";

const isRoot = process.getuid?.() === 0;
const here = useHostProcess();

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text).finally(() => client.end());
  return rows;
}

const embedded = (role: string) =>
  urlFor(join(here.folder, "data", "postgres", "socket"), role, databaseName);

describe("the supervisor", () => {
  it("starts everything, prints one block, and leaves nothing behind when it is told to stop", async () => {
    const host = await here.running({ OWNER_EMAIL: "o@example.com", OWNER_PASSWORD: "twelve letters" });
    expect(host.output()).toContain("http://localhost:3000/setup#one-time-secret");
    expect(host.output()).toContain("http://localhost:1");
    const lines = host.parts();
    expect(lines.map(({ name }) => name).sort()).toEqual(["part", "part", "sandbox"]);
    for (const line of lines) {
      expect(line.OWNER_PASSWORD).toBeUndefined();
      expect(line.argv).not.toContain("secret");
      if (line.name === "sandbox") expect(line).not.toHaveProperty("AUTH_SECRET");
      else
        expect(await query(line.DATABASE_URL ?? "", "select current_user as role")).toEqual([
          { role: appRole },
        ]);
    }
    const secrets = join(here.folder, "data", "secrets");
    expect(modeOf(secrets)).toBe("700");
    expect(modeOf(join(secrets, "encryption-keys"))).toBe("600");
    const before = Date.now();
    host.child.kill("SIGTERM");
    expect(await host.exit).toBe(0);
    expect(Date.now() - before).toBeLessThan(10_000);
    expect(findProcesses(here.folder)).toEqual([]);
  });

  it("stops within ten seconds even when a part does not want to", async () => {
    const host = await here.running({ PART_STUBBORN: "1" });
    const before = Date.now();
    host.child.kill("SIGINT");
    expect(await host.exit).toBe(0);
    expect(Date.now() - before).toBeLessThan(10_000);
    expect(findProcesses(here.folder)).toEqual([]);
  });

  it("can be stopped at any moment of a start", async () => {
    const host = here.start();
    await eventually(
      () => existsSync(join(here.folder, "data", "secrets")),
      (isThere) => isThere,
    );
    host.child.kill("SIGTERM");
    expect(await host.exit).toBe(0);
    expect(host.output()).not.toContain("is running");
    expect(findProcesses(here.folder)).toEqual([]);
  });

  it("leaves nothing running when it is killed, however stubborn, and starts again at once", async () => {
    const host = await here.running({ PART_STUBBORN: "1" });
    const before = readFileSync(join(here.folder, "data", "secrets", "encryption-keys"), "utf8");
    host.child.kill("SIGKILL");
    await host.exit;
    const again = await here.running();
    expect(readFileSync(join(here.folder, "data", "secrets", "encryption-keys"), "utf8")).toBe(before);
    again.child.kill("SIGKILL");
    await eventually(
      () => findProcesses(here.folder),
      (pids) => pids.length === 0,
      5000,
    );
  });

  it("starts a part again that died", async () => {
    const host = await here.running();
    const [first] = host.parts();
    process.kill(first?.pid ?? 0, "SIGKILL");
    const lines = await eventually(host.parts, ({ length }) => length === 4);
    expect(lines.at(-1)?.name).toBe(first?.name);
  });

  it("starts PostgreSQL again when it dies, at the same address", async () => {
    const host = await here.running();
    const pid = Number(
      readFileSync(join(here.folder, "data", "postgres", "data", "postmaster.pid"), "utf8").split("\n")[0],
    );
    process.kill(pid, "SIGKILL");
    const ask = () => query(embedded(appRole), "select 1 as one").catch(() => null);
    await eventually(
      () => findProcesses(here.folder),
      (pids) => !pids.includes(pid),
    );
    expect(await eventually(ask, (rows) => rows !== null, 30_000)).toEqual([{ one: 1 }]);
    expect(host.child.exitCode).toBeNull();
  });

  it("lets a command find the database while it runs, and not after", async () => {
    const host = await here.running();
    const dataDir = join(here.folder, "data");
    const url = findRunning(dataDir)?.(appRole, databaseName) ?? "";
    expect(await query(url, "select current_user as role")).toEqual([{ role: appRole }]);
    host.child.kill("SIGTERM");
    await host.exit;
    expect(findRunning(dataDir)).toBeNull();
  });

  it("gives up a start whose part does not come up, and says which", async () => {
    const host = here.start({ PART_BROKEN: "1", SANDBOX: "off" });
    expect(await host.exit).toBe(1);
    // Both are broken; whichever was found out first is named.
    expect(host.output()).toMatch(/could not start its (web|worker) process/);
    expect(findProcesses(here.folder)).toEqual([]);
  });

  it("refuses a database that is newer, and leaves it untouched", async () => {
    const host = await here.running();
    await query(
      embedded(ownerRole),
      "insert into countersign.schema_migrations (number, name, sha256) values (9999, '9999_later.sql', 'x')",
    );
    host.child.kill("SIGTERM");
    await host.exit;
    const again = here.start();
    expect(await again.exit).toBe(1);
    expect(again.output()).toContain("9999_later.sql");
    expect(again.output()).toContain("left untouched");
  });

  it.skipIf(!isRoot)("runs as an ordinary user", async () => {
    const nobody = { uid: 65_534, gid: 65_534 };
    chownSync(join(here.folder, "data"), nobody.uid, nobody.gid);
    chmodSync(here.folder, 0o777);
    const host = await here.running({ HOME: "/nonexistent" }, { account: nobody });
    expect(statSync(join(here.folder, "data", "postgres", "data")).uid).toBe(nobody.uid);
    host.child.kill("SIGTERM");
    expect(await host.exit).toBe(0);
    expect(findProcesses(here.folder)).toEqual([]);
  });
});

describe("with a database of somebody else's", () => {
  async function external() {
    mkdirSync(join(here.folder, "external"));
    const postgres = await startPostgres({ dataDir: join(here.folder, "external"), durable: false });
    await prepareDatabase(postgres);
    return postgres;
  }

  it("migrates as one role and runs as the other", async () => {
    const postgres = await external();
    const host = await here.running({
      DATABASE_URL: postgres.urlFor(appRole, databaseName),
      DATABASE_MIGRATE_URL: postgres.urlFor(ownerRole, databaseName),
    });
    const rows = await query(
      postgres.urlFor("postgres", databaseName),
      "select nspname, pg_get_userbyid(nspowner) as role from pg_namespace where nspname in ('countersign', 'graphile_worker') order by 1",
    );
    expect(rows).toEqual([
      { nspname: "countersign", role: ownerRole },
      { nspname: "graphile_worker", role: appRole },
    ]);
    await query(postgres.urlFor(appRole, databaseName), "select graphile_worker.add_job('read', '{}')");
    expect(existsSync(join(here.folder, "data", "postgres"))).toBe(false);
    host.child.kill("SIGTERM");
    await host.exit;
    await postgres.stop();
  });

  it("runs a web alone, with one role for everything", async () => {
    const postgres = await external();
    const host = await here.running({ DATABASE_URL: postgres.urlFor(ownerRole, databaseName), ROLE: "web" });
    expect(host.parts()).toHaveLength(1);
    expect(host.output()).toContain("web only");
    await query(postgres.urlFor(ownerRole, databaseName), "select graphile_worker.add_job('read', '{}')");
    host.child.kill("SIGTERM");
    await host.exit;
    await postgres.stop();
  });

  it("names the role that may not make the tables, whichever setting it came from", async () => {
    const postgres = await external();
    const appUrl = postgres.urlFor(appRole, databaseName);
    const alone = here.start({ DATABASE_URL: appUrl });
    expect(await alone.said).toMatch(/^FAULT DATABASE_URL names a role that may not make the tables/m);
    const both = here.start({
      DATABASE_URL: postgres.urlFor(ownerRole, databaseName),
      DATABASE_MIGRATE_URL: appUrl,
    });
    expect(await both.said).toMatch(/^FAULT DATABASE_MIGRATE_URL names a role that may not make the tables/m);
    await postgres.stop();
  });

  it("names the role that does not own what another has made", async () => {
    const postgres = await external();
    const first = await here.running({ DATABASE_URL: postgres.urlFor(ownerRole, databaseName) });
    first.child.kill("SIGTERM");
    await first.exit;
    const second = here.start({ DATABASE_URL: postgres.urlFor(appRole, databaseName) });
    expect(await second.said).toMatch(/^FAULT DATABASE_URL names a role that may not make the tables/m);
    await postgres.stop();
  });

  it("stops at once while PostgreSQL is down", async () => {
    const host = await here.running();
    const data = join(here.dataDir, "postgres", "data");
    const pid = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
    renameSync(join(data, "global"), join(data, "gone"));
    process.kill(pid, "SIGKILL");
    await eventually(host.output, (text) => text.includes("could not be started again"), 30_000);
    const before = Date.now();
    host.child.kill("SIGTERM");
    expect(await host.exit).toBe(0);
    expect(Date.now() - before).toBeLessThan(10_000);
  });

  it("names the setting when nobody answers there", async () => {
    const host = here.start({ DATABASE_URL: `postgres://someone:hunter2@/nothing?host=${here.folder}` });
    expect(await host.exit).toBe(1);
    expect(host.output()).toContain("DATABASE_URL");
    expect(host.output()).not.toContain("hunter2");
  });
});
