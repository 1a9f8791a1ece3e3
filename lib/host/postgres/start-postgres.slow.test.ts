import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { faultOf } from "@/lib/host/fault-of";
import { appRole, databaseName, ownerRole, prepareDatabase } from "@/lib/host/postgres/prepare-database";
import { type Postgres, startPostgres } from "@/lib/host/postgres/start-postgres";
import { eventually, findProcesses } from "@/lib/testing/find-processes";

const isRoot = process.getuid?.() === 0;
const umask = process.umask();
let folder = "";
let running: Postgres[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "countersign-launcher-"));
  chmodSync(folder, 0o711);
});
afterEach(async () => {
  process.umask(umask);
  for (const postgres of running) await postgres.stop();
  for (const { place } of running) rmSync(place, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  running = [];
});

async function start(dataDir = folder, durable = false): Promise<Postgres> {
  const postgres = await startPostgres({ dataDir, durable });
  running.push(postgres);
  return postgres;
}

async function ask(postgres: Postgres, query: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: postgres.urlFor("postgres", "postgres") });
  await client.connect();
  const { rows } = await client.query({ text: query, rowMode: "array" }).finally(() => client.end());
  return rows[0]?.[0];
}

/** Every file with what would give a change away. */
const everythingIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => {
    const { size, mtimeMs, ino } = statSync(join(folder, name));
    return [name, size, mtimeMs, ino];
  });

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe("startPostgres", () => {
  it("listens on a socket in a folder of its own, and leaves nothing behind", async () => {
    const postgres = await start();
    expect(await ask(postgres, "show listen_addresses")).toBe("");
    expect(await ask(postgres, "show server_encoding")).toBe("UTF8");
    expect(modeOf(postgres.socketDir)).toBe("700");
    expect(modeOf(join(postgres.place, "data"))).toBe("700");
    expect(modeOf(join(postgres.place, "server.log"))).toBe("600");
    expect(findProcesses(folder)).not.toEqual([]);
    await postgres.stop();
    expect(findProcesses(folder)).toEqual([]);
  });

  it("makes both roles and the database once, neither of them a superuser", async () => {
    const postgres = await start();
    await prepareDatabase(postgres);
    await prepareDatabase(postgres);
    expect(
      await ask(
        postgres,
        `select count(*)::int from pg_roles where rolname in ('${ownerRole}', '${appRole}') and not rolsuper`,
      ),
    ).toBe(2);
    const client = new pg.Client({ connectionString: postgres.urlFor(appRole, databaseName) });
    await client.connect();
    await expect(client.query("create schema mine")).rejects.toMatchObject({ code: "42501" });
    await client.end();
  });

  it.skipIf(!isRoot)(
    "keeps the database elsewhere when its account cannot enter the folder, and finds it again",
    async () => {
      const dataDir = join(folder, "closed", "data");
      mkdirSync(dataDir, { recursive: true });
      chmodSync(join(folder, "closed"), 0o700);
      const first = await start(dataDir);
      expect(first.place.startsWith(folder)).toBe(false);
      expect(statSync(first.place).uid).not.toBe(0);
      expect(modeOf(first.place)).toBe("700");
      await ask(first, "create table kept ()");
      await first.stop();
      const second = await start(dataDir);
      expect(second.place).toBe(first.place);
      expect(await ask(second, "select count(*)::int from kept")).toBe(0);
    },
  );

  it("says so when the database that was kept elsewhere is gone", async () => {
    writeFileSync(join(folder, "postgres-place"), join(folder, "gone"));
    await expect(start()).rejects.toMatchObject({ key: "postgres_place_gone" });
  });

  it("does not care about the umask", async () => {
    process.umask(0o077);
    const postgres = await start();
    expect(await ask(postgres, "select 1")).toBe(1);
  });

  it("moves the socket when its path would be too long, and removes that folder in the end", async () => {
    const dataDir = join(folder, "a".repeat(80), "b".repeat(80));
    mkdirSync(dataDir, { recursive: true });
    const postgres = await start(dataDir);
    expect(Buffer.byteLength(postgres.socketDir)).toBeLessThanOrEqual(93);
    expect(modeOf(postgres.socketDir)).toBe("700");
    expect(await ask(postgres, "select 1")).toBe(1);
    await postgres.stop();
    expect(existsSync(postgres.socketDir)).toBe(false);
  });

  it("serves a folder whose name has spaces, signs and any letters, and knows its own there", async () => {
    const dataDir = join(folder, "it's 100% ok & fine?# Ünï 承認");
    mkdirSync(dataDir);
    const left = await start(dataDir);
    const later = await start(dataDir);
    expect(await ask(later, "select 1")).toBe(1);
    expect(findProcesses(folder)).not.toContain(left.pid);
  });

  it("stops a PostgreSQL that an earlier start left on the folder", async () => {
    const left = await start();
    const later = await start();
    expect(later.pid).not.toBe(left.pid);
    expect(await ask(later, "select 1")).toBe(1);
    expect(findProcesses(folder)).not.toContain(left.pid);
  });

  // What is left behind when the machine stops: a number that by now nobody has, or somebody else.
  async function startOver(pidFor: (owner: { uid: number; gid: number }) => number): Promise<void> {
    const first = await start();
    const owner = statSync(first.place);
    const file = join(first.place, "data", "postmaster.pid");
    const [, ...rest] = readFileSync(file, "utf8").split("\n");
    await first.stop();
    writeFileSync(file, [pidFor(owner), ...rest].join("\n"), { mode: 0o600 });
    if (isRoot) chownSync(file, owner.uid, owner.gid);
    expect(await ask(await start(), "select 1")).toBe(1);
  }

  it("starts over a pid file with a number nobody has any more", async () => {
    await startOver(() => 2 ** 22 - 1);
  });

  it("starts over a pid file with a number that a stranger of the same account has by now", async () => {
    let stranger: ChildProcess | null = null;
    await startOver(({ uid, gid }) => {
      stranger = spawn("sleep", ["60"], { cwd: "/", uid, gid });
      return stranger.pid ?? 0;
    });
    expect((stranger as ChildProcess | null)?.kill()).toBe(true);
  });

  it("keeps what was committed when it is killed, and says that it ended", async () => {
    const first = await start(folder, true);
    const ended = new Promise<void>((resolve) => first.onExit(resolve));
    await ask(first, "create table kept ()");
    process.kill(first.pid, "SIGKILL");
    await ended;
    await eventually(
      () => findProcesses(folder),
      (pids) => pids.length === 0,
    );
    const second = await start();
    expect(await ask(second, "select count(*)::int from kept")).toBe(0);
  });

  it("refuses the files of another major version and leaves them alone", async () => {
    const first = await start();
    await first.stop();
    writeFileSync(join(first.place, "data", "PG_VERSION"), "12\n");
    const before = everythingIn(first.place);
    await expect(start()).rejects.toMatchObject({ key: "postgres_other_major", values: { found: "12" } });
    expect(everythingIn(first.place)).toEqual(before);
    const { problem } = faultOf("postgres_other_major", { found: "12", wanted: "18" });
    for (const word of ["12", "18", "backup", "restore"]) expect(problem).toContain(word);
  });

  it("begins again when the files were only half made", async () => {
    mkdirSync(join(folder, "postgres", "data-making-1-1", "base"), { recursive: true });
    expect(await ask(await start(), "select 1")).toBe(1);
  });
});
