import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
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
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appRole, databaseName, ownerRole, prepareDatabase } from "@/lib/host/postgres/prepare-database";
import { type Postgres, startPostgres } from "@/lib/host/postgres/start-postgres";
import { readSecrets } from "@/lib/host/secrets";
import { inSnapshot } from "@/lib/store/copy/in-snapshot";
import { listTables } from "@/lib/store/copy/list-tables";
import { fingerprintOf } from "@/lib/store/copy/read-rows";
import { migrate } from "@/lib/store/migrate";
import { keyFingerprints } from "@/lib/store/sealing";
import { eventually, findProcesses } from "@/lib/testing/find-processes";

const isRoot = process.getuid?.() === 0;
const passphrase = "nine calm stones in a river";
let folder = "";
let live: Postgres;
let keys = "";

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return (await client.query(text).finally(() => client.end())).rows;
}

const liveOwner = (name = databaseName) => live.urlFor(ownerRole, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "cs-backup-"));
  chmodSync(folder, 0o711);
  const dataDir = join(folder, "live");
  mkdirSync(dataDir);
  chmodSync(dataDir, 0o711);
  keys = readSecrets(dataDir, {}).encryptionKeys;
  live = await startPostgres({ dataDir, durable: false });
  await prepareDatabase(live);
  await migrate({
    ownerUrl: liveOwner(),
    appUrl: live.urlFor(appRole, databaseName),
    folder: "lib/store/migrations",
  });
  // Enough that a backup and a restore take a moment in which they can be killed.
  await query(
    liveOwner(),
    `set search_path to countersign;
    insert into settings (key, value) values ('sealing_fingerprint', to_jsonb('${keyFingerprints(keys)[0]}'::text));
    insert into events (at, kind, actor_kind, subject_kind, data)
      select now(), 'told', 'system', 'approval', jsonb_build_object('n', n, 'x', md5(n::text))
      from generate_series(1, 20000) as n`,
  );
}, 60_000);

afterAll(async () => {
  await live.stop();
  await eventually(
    () => findProcesses(folder),
    (pids) => pids.length === 0,
  );
  rmSync(folder, { recursive: true, force: true });
});

type Env = Record<string, string>;

function start(name: "backup" | "restore", args: string[], env: Env): ChildProcess {
  return spawn(process.execPath, [join(process.cwd(), "scripts", `${name}.mjs`), ...args], {
    env: { NODE_ENV: "production", PATH: process.env.PATH ?? "", ENV_FILE: "none", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function ended(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += chunk));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, said };
}

const run = (name: "backup" | "restore", args: string[], env: Env) => ended(start(name, args, env));
const dataDirOf = (name: string): Env => ({ DATA_DIR: join(folder, name) });
const inside = (file: string) => join(folder, file);

async function prints(url: string): Promise<Record<string, unknown>> {
  return await inSnapshot(url, async (client) => {
    const found: Record<string, unknown> = {};
    for (const table of await listTables(client)) found[table.name] = await fingerprintOf(client, table);
    return found;
  });
}

/** Fingerprints of what lies in a DATA_DIR that does not run, without the event a restore adds. */
async function printsIn(dataDir: string): Promise<Record<string, unknown>> {
  const postgres = await startPostgres({ dataDir, durable: false });
  try {
    const url = postgres.urlFor(ownerRole, databaseName);
    await dropLastEvent(url);
    return await prints(url);
  } finally {
    await postgres.stop();
  }
}

async function dropLastEvent(url: string): Promise<void> {
  await query(
    url,
    `set search_path to countersign;
    alter table events disable trigger user; alter table events_unsealed disable trigger user;
    with gone as (delete from events_unsealed where event_id = (select max(id) from events) returning 1) select 1 from gone;
    delete from events where kind = 'installation_restored'`,
  );
}

async function otherDatabase(name: string): Promise<Env> {
  await prepareDatabase(live, name);
  return { DATABASE_URL: live.urlFor(appRole, name), DATABASE_MIGRATE_URL: liveOwner(name) };
}

describe("from one place to another, while it runs", () => {
  it("private to private, to a database of one's own, and back", async () => {
    const before = await prints(liveOwner());
    const [first, second] = [inside("first.backup"), inside("second.backup")];
    const secret = { BACKUP_PASSPHRASE: passphrase };

    const made = await run("backup", [first], { ...dataDirOf("live"), ...secret });
    expect(made.said).toContain("Backup made");
    expect(made.code).toBe(0);

    const there = await run("restore", [first], { ...dataDirOf("second"), ...secret });
    expect(there.said).toContain("Backup restored");
    expect(there.said).toContain(`Start it: DATA_DIR=${join(folder, "second")} npm start`);
    expect(readFileSync(join(folder, "second", "secrets", "encryption-keys"), "utf8").trim()).toBe(keys);
    expect(existsSync(join(folder, "second", "restoring"))).toBe(false);
    expect(findProcesses(join(folder, "second"))).toEqual([]);
    expect(await printsIn(join(folder, "second"))).toEqual(before);

    const external = await otherDatabase("outside");
    const env = { ...external, ...dataDirOf("outside") };
    expect((await run("restore", [first], { ...env, ...secret })).said).toContain("Backup restored");
    await dropLastEvent(external.DATABASE_MIGRATE_URL ?? "");
    expect(await prints(external.DATABASE_MIGRATE_URL ?? "")).toEqual(before);

    expect((await run("backup", [second], { ...env, ...secret })).said).toContain("Backup made");
    expect((await run("restore", [second], { ...dataDirOf("third"), ...secret })).code).toBe(0);
    expect(await printsIn(join(folder, "third"))).toEqual(before);
  });

  it("backs up an inbox that does not run, and leaves it stopped", async () => {
    const file = inside("stopped.backup");
    const { said } = await run("backup", [file], dataDirOf("third"));
    expect(said).toContain("Backup made");
    expect(said).toContain("not inside. Keep DATA_DIR/secrets");
    expect(findProcesses(join(folder, "third"))).toEqual([]);
    expect(existsSync(join(folder, "third", "running.json"))).toBe(false);
  });

  it("is refused where nobody can type the passphrase that was asked for, and takes files from where it was called", async () => {
    const file = inside("cron.backup");
    const refused = await run("backup", [file, "--passphrase"], dataDirOf("third"));
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining("there is no terminal here") });
    expect(existsSync(file)).toBe(false);
    writeFileSync(inside("passphrase"), `${passphrase}\n`, { mode: 0o600 });
    const args = ["cron.backup", "--passphrase-file", "passphrase"];
    const made = await run("backup", args, { ...dataDirOf("third"), INIT_CWD: folder });
    expect(made.said).toContain(`${file}, `);
    expect(made.said).toContain("inside, under your passphrase");
  });

  it("says so when there is nothing to back up, or the place is not empty", async () => {
    expect((await run("backup", [inside("x")], dataDirOf("nowhere"))).said).toContain("nothing to back up");
    expect(existsSync(join(folder, "nowhere"))).toBe(false);
    const used = await run("restore", [inside("first.backup")], dataDirOf("third"));
    expect(used.said).toContain("is not empty");
    expect(used.code).toBe(1);
  });
});

describe("killed half way", () => {
  it("a backup leaves no file under its name, and the next one tidies up", async () => {
    const file = inside("killed.backup");
    const child = start("backup", [file], dataDirOf("live"));
    const leftovers = () => readdirSync(folder).filter((name) => name.startsWith("killed.backup"));
    await eventually(leftovers, ({ length }) => length === 1);
    child.kill("SIGKILL");
    await ended(child);
    expect(leftovers()[0]).toContain(".making-");
    expect((await run("backup", [file], dataDirOf("live"))).code).toBe(0);
    expect(leftovers()).toEqual(["killed.backup"]);
  });

  it("a backup that is told to stop takes its beginnings with it", async () => {
    const file = inside("told.backup");
    const child = start("backup", [file], dataDirOf("live"));
    const leftovers = () => readdirSync(folder).filter((name) => name.startsWith("told.backup"));
    const end = ended(child);
    await eventually(leftovers, ({ length }) => length === 1);
    child.kill("SIGTERM");
    expect(await end).toMatchObject({ code: 1, said: expect.stringContaining("before it was done") });
    expect(leftovers()).toEqual([]);
  });

  const env = () => ({ ...dataDirOf("fourth"), BACKUP_PASSPHRASE: passphrase });
  const isFilling = () => existsSync(join(folder, "fourth", "postgres", "data", "postmaster.pid"));

  it("a restore is no inbox yet: a start refuses it, and the next restore begins anew", async () => {
    const child = start("restore", [inside("first.backup")], env());
    const end = ended(child);
    await eventually(isFilling, (is) => is, 30_000);
    child.kill("SIGKILL");
    await end;
    expect(existsSync(join(folder, "fourth", "restoring"))).toBe(true);
    const started = spawnSync(process.execPath, ["scripts/start.mjs"], {
      env: {
        NODE_ENV: "production",
        PATH: process.env.PATH,
        ENV_FILE: "none",
        PORT: "0",
        ...dataDirOf("fourth"),
      },
      encoding: "utf8",
    });
    expect(started.stderr).toContain("never finished");
    expect((await run("backup", [inside("x")], dataDirOf("fourth"))).said).toMatch(
      /never finished|nothing to back up/,
    );
    expect((await run("restore", [inside("first.backup")], env())).said).toContain("Backup restored");
    rmSync(join(folder, "fourth"), { recursive: true });
  });

  it("a restore that is told to stop leaves nothing", async () => {
    const child = start("restore", [inside("first.backup")], env());
    const end = ended(child);
    await eventually(isFilling, (is) => is, 30_000);
    child.kill("SIGTERM");
    expect(await end).toMatchObject({ code: 1, said: expect.stringContaining("before it was done") });
    expect(existsSync(join(folder, "fourth"))).toBe(false);
    expect(findProcesses(join(folder, "fourth"))).toEqual([]);
  });

  it("a restore into a database of one's own leaves nothing there", async () => {
    const external = await otherDatabase("half");
    const child = start("restore", [inside("first.backup")], { ...external, ...env() });
    const end = ended(child);
    const busy = () =>
      query(
        live.urlFor("postgres", "postgres"),
        "select 1 from pg_stat_activity where application_name = 'countersign-restore' and query like '%insert into countersign.\"events\"%'",
      );
    await eventually(busy, ({ length }) => length > 0, 30_000);
    child.kill("SIGKILL");
    await end;
    const schemas = () =>
      query(live.urlFor("postgres", "half"), "select 1 from pg_namespace where nspname = 'countersign'");
    await eventually(schemas, ({ length }) => length === 0);
  });
});

// Only root may lay a small disk somewhere.
describe.skipIf(!isRoot)("a full disk", () => {
  it("is one sentence, and nothing of the file is kept", async () => {
    const disk = inside("disk");
    mkdirSync(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "none", disk]);
    try {
      const { code, said } = await run("backup", [join(disk, "full.backup")], dataDirOf("live"));
      expect(said).toContain("there is no room left on the disk of");
      expect(said.trim().split("\n")).toHaveLength(3);
      expect(code).toBe(1);
      expect(readdirSync(disk)).toEqual([]);
    } finally {
      execFileSync("umount", [disk]);
    }
  });
});

it("the private database is as closed after a restore as after a start", () => {
  expect(statSync(join(folder, "second", "postgres")).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, "second", "secrets")).mode & 0o777).toBe(0o700);
});
