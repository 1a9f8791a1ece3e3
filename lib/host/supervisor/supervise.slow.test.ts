import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findRunning } from "@/lib/host/postgres/find-running";
import { appRole, databaseName, ownerRole, prepareDatabase } from "@/lib/host/postgres/prepare-database";
import { startPostgres } from "@/lib/host/postgres/start-postgres";
import { urlFor } from "@/lib/host/postgres/url-for";
import { eventually, findProcesses } from "@/lib/testing/find-processes";

const isRoot = process.getuid?.() === 0;
// Beside the other bundles, so that packages are found from it.
const bundle = `dist/stand-in-host-${process.pid}.mjs`;
let folder = "";
let started: ChildProcess[] = [];

// Says who it is and with what it was started; `stubborn` ones do not stop when asked.
const part = `
import { appendFileSync } from "node:fs";
const { PART_LOG, PART_STUBBORN, PART_BROKEN, DATABASE_URL, AUTH_SECRET, OWNER_PASSWORD, SANDBOX_AGENT_CAPTURE_KEY } = process.env;
if (PART_BROKEN) process.exit(3);
const name = SANDBOX_AGENT_CAPTURE_KEY ? "sandbox" : "part";
const seen = { DATABASE_URL, AUTH_SECRET, OWNER_PASSWORD, argv: process.argv.join(" ") };
appendFileSync(process.argv[1] + ".log", JSON.stringify({ pid: process.pid, name, ...seen }) + "\\n");
const leave = () => { if (!PART_STUBBORN) process.exit(0); };
process.on("SIGTERM", leave);
process.on("disconnect", leave);
setInterval(() => undefined, 1000);
process.send({ type: "ready", origin: "http://localhost:1", tokens: { owner: "t" } });
`;

beforeAll(async () => {
  await build({
    entryPoints: ["lib/testing/stand-in-host.ts"],
    outfile: bundle,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
  });
});
afterAll(() => rmSync(bundle, { force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "countersign-supervisor-"));
  chmodSync(folder, 0o711);
  mkdirSync(join(folder, "data"));
  writeFileSync(join(folder, "part.mjs"), part);
});
afterEach(async () => {
  for (const child of started) child.kill("SIGKILL");
  started = [];
  await eventually(
    () => findProcesses(folder),
    (pids) => pids.length === 0,
  );
  rmSync(folder, { recursive: true, force: true });
});

type Host = { child: ChildProcess; output: () => string; exit: Promise<number | null>; parts: () => Line[] };
type Line = {
  pid: number;
  name: string;
  DATABASE_URL?: string;
  AUTH_SECRET?: string;
  OWNER_PASSWORD?: string;
  argv: string;
};

function startHost(env: Record<string, string> = {}, account: { uid?: number; gid?: number } = {}): Host {
  const child = spawn(process.execPath, [bundle], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      DATA_DIR: join(folder, "data"),
      STAND_IN_PART: join(folder, "part.mjs"),
      ...env,
    },
    ...account,
  });
  started.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  return {
    child,
    output: () => output,
    exit: new Promise((resolve) => child.once("exit", resolve)),
    parts: () => {
      const file = join(folder, "part.mjs.log");
      const text = existsSync(file) ? readFileSync(file, "utf8") : "";
      return text
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Line);
    },
  };
}

async function running(
  env: Record<string, string> = {},
  account: { uid?: number; gid?: number } = {},
): Promise<Host> {
  const host = startHost(env, account);
  await eventually(host.output, (text) => text.includes("Ctrl-C") || host.child.exitCode !== null, 60_000);
  expect(host.output()).toContain("Countersign is running");
  return host;
}

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text).finally(() => client.end());
  return rows;
}

const embedded = (role: string) => urlFor(join(folder, "data", "postgres", "socket"), role, databaseName);

describe("the supervisor", () => {
  it("starts everything, prints one block, and leaves nothing behind when it is told to stop", async () => {
    const host = await running({ OWNER_EMAIL: "o@example.com", OWNER_PASSWORD: "twelve letters" });
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
    const secrets = join(folder, "data", "secrets");
    expect(modeOf(secrets)).toBe("700");
    expect(modeOf(join(secrets, "encryption-keys"))).toBe("600");
    const before = Date.now();
    host.child.kill("SIGTERM");
    expect(await host.exit).toBe(0);
    expect(Date.now() - before).toBeLessThan(10_000);
    expect(findProcesses(folder)).toEqual([]);
  });

  it("stops within ten seconds even when a part does not want to", async () => {
    const host = await running({ PART_STUBBORN: "1" });
    const before = Date.now();
    host.child.kill("SIGINT");
    expect(await host.exit).toBe(0);
    expect(Date.now() - before).toBeLessThan(10_000);
    expect(findProcesses(folder)).toEqual([]);
  });

  it("can be stopped at any moment of a start", async () => {
    const host = startHost();
    await eventually(
      () => existsSync(join(folder, "data", "secrets")),
      (isThere) => isThere,
    );
    host.child.kill("SIGTERM");
    expect(await host.exit).toBe(0);
    expect(host.output()).not.toContain("is running");
    expect(findProcesses(folder)).toEqual([]);
  });

  it("leaves nothing running when it is killed, however stubborn, and starts again at once", async () => {
    const host = await running({ PART_STUBBORN: "1" });
    const before = readFileSync(join(folder, "data", "secrets", "encryption-keys"), "utf8");
    host.child.kill("SIGKILL");
    await host.exit;
    const again = await running();
    expect(readFileSync(join(folder, "data", "secrets", "encryption-keys"), "utf8")).toBe(before);
    again.child.kill("SIGKILL");
    await eventually(
      () => findProcesses(folder),
      (pids) => pids.length === 0,
      5000,
    );
  });

  it("starts a part again that died", async () => {
    const host = await running();
    const [first] = host.parts();
    process.kill(first?.pid ?? 0, "SIGKILL");
    const lines = await eventually(host.parts, ({ length }) => length === 4);
    expect(lines.at(-1)?.name).toBe(first?.name);
  });

  it("starts PostgreSQL again when it dies, at the same address", async () => {
    const host = await running();
    const pid = Number(
      readFileSync(join(folder, "data", "postgres", "data", "postmaster.pid"), "utf8").split("\n")[0],
    );
    process.kill(pid, "SIGKILL");
    const ask = () => query(embedded(appRole), "select 1 as one").catch(() => null);
    await eventually(
      () => findProcesses(folder),
      (pids) => !pids.includes(pid),
    );
    expect(await eventually(ask, (rows) => rows !== null, 30_000)).toEqual([{ one: 1 }]);
    expect(host.child.exitCode).toBeNull();
  });

  it("lets a command find the database while it runs, and not after", async () => {
    const host = await running();
    const dataDir = join(folder, "data");
    const url = findRunning(dataDir)?.(appRole, databaseName) ?? "";
    expect(await query(url, "select current_user as role")).toEqual([{ role: appRole }]);
    host.child.kill("SIGTERM");
    await host.exit;
    expect(findRunning(dataDir)).toBeNull();
  });

  it("gives up a start whose part does not come up, and says which", async () => {
    const host = startHost({ PART_BROKEN: "1", SANDBOX: "off" });
    expect(await host.exit).toBe(1);
    // Both are broken; whichever was found out first is named.
    expect(host.output()).toMatch(/could not start its (web|worker) process/);
    expect(findProcesses(folder)).toEqual([]);
  });

  it("refuses a database that is newer, and leaves it untouched", async () => {
    const host = await running();
    await query(
      embedded(ownerRole),
      "insert into countersign.schema_migrations (number, name, sha256) values (9999, '9999_later.sql', 'x')",
    );
    host.child.kill("SIGTERM");
    await host.exit;
    const again = startHost();
    expect(await again.exit).toBe(1);
    expect(again.output()).toContain("9999_later.sql");
    expect(again.output()).toContain("left untouched");
  });

  it.skipIf(!isRoot)("runs as an ordinary user", async () => {
    const nobody = { uid: 65_534, gid: 65_534 };
    chownSync(join(folder, "data"), nobody.uid, nobody.gid);
    chmodSync(folder, 0o777);
    const host = await running({ HOME: "/nonexistent" }, nobody);
    expect(statSync(join(folder, "data", "postgres", "data")).uid).toBe(nobody.uid);
    host.child.kill("SIGTERM");
    expect(await host.exit).toBe(0);
    expect(findProcesses(folder)).toEqual([]);
  });
});

describe("with a database of somebody else's", () => {
  async function external() {
    mkdirSync(join(folder, "external"));
    const postgres = await startPostgres({ dataDir: join(folder, "external"), durable: false });
    await prepareDatabase(postgres);
    return postgres;
  }

  it("migrates as one role and runs as the other", async () => {
    const postgres = await external();
    const host = await running({
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
    expect(existsSync(join(folder, "data", "postgres"))).toBe(false);
    host.child.kill("SIGTERM");
    await host.exit;
    await postgres.stop();
  });

  it("runs a web alone, with one role for everything", async () => {
    const postgres = await external();
    const host = await running({ DATABASE_URL: postgres.urlFor(ownerRole, databaseName), ROLE: "web" });
    expect(host.parts()).toHaveLength(1);
    expect(host.output()).toContain("web only");
    await query(postgres.urlFor(ownerRole, databaseName), "select graphile_worker.add_job('read', '{}')");
    host.child.kill("SIGTERM");
    await host.exit;
    await postgres.stop();
  });

  it("names the setting when nobody answers there", async () => {
    const host = startHost({ DATABASE_URL: `postgres://someone:hunter2@/nothing?host=${folder}` });
    expect(await host.exit).toBe(1);
    expect(host.output()).toContain("DATABASE_URL");
    expect(host.output()).not.toContain("hunter2");
  });
});
