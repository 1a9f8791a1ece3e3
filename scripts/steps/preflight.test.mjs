import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { holderOf, holdLock } from "./hold-lock.mjs";
import { preflight } from "./preflight.mjs";

let folder = "";
const releases = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "countersign-preflight-"));
});
afterEach(() => {
  for (const release of releases.splice(0)) release();
  rmSync(folder, { recursive: true, force: true });
});

const settings = (more) => ({ DATA_DIR: join(folder, "data"), PORT: "0", SANDBOX_PORT: "0", ...more });

async function pass(environment, patienceMs = 0) {
  const { release } = await preflight(environment, { patienceMs });
  releases.push(release);
}

async function faultsOf(environment) {
  try {
    await pass(environment);
  } catch (error) {
    return error.faults;
  }
  return [];
}

// A program that speaks something else.
function listening(server = createServer((socket) => socket.end("220 hello\r\n"))) {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

describe("preflight", () => {
  it("makes DATA_DIR and chooses ports once where 0 was asked for", async () => {
    const environment = settings();
    await pass(environment);
    expect(statSync(environment.DATA_DIR).isDirectory()).toBe(true);
    expect(Number(environment.PORT)).toBeGreaterThan(0);
    expect(Number(environment.SANDBOX_PORT)).toBeGreaterThan(0);
    expect(environment.SANDBOX_PORT).not.toBe(environment.PORT);
  });

  it("names every fault at once, and no value", async () => {
    writeFileSync(join(folder, "file"), "");
    const faults = await faultsOf(settings({ DATA_DIR: join(folder, "file", "below"), PORT: "77777" }));
    expect(faults.map(({ name }) => name)).toEqual(["DATA_DIR", "PORT"]);
    expect(JSON.stringify(faults)).not.toMatch(/77777|below/);
  });

  it("says when a port is taken, and gives it a moment to be let go", async () => {
    const server = await listening();
    const PORT = String(server.address().port);
    expect(await faultsOf(settings({ PORT }))).toEqual([
      {
        name: "PORT",
        problem: expect.stringMatching(
          new RegExp(
            `^${PORT} is in use by another program\\. .*: PORT=\\d+ npm start, or PORT=\\d+ in \\.env\\.$`,
          ),
        ),
      },
    ]);
    const waiting = pass(settings({ PORT }), 5000);
    server.close();
    await waiting;
  });

  it("says when it is an inbox that has the port, and names a free one", async () => {
    const health = { status: "ok", database: "ok", worker: "ok", upstream: "ok" };
    const inbox = await listening(createHttpServer((_, res) => res.end(JSON.stringify(health))));
    const { port } = inbox.address();
    const [{ problem }] = await faultsOf(settings({ PORT: String(port) }));
    inbox.close();
    expect(problem).toContain(`${port} is in use by another Countersign, on other data.`);
    const other = Number(/PORT=(\d+) npm start/.exec(problem)?.[1]);
    expect(other).toBeGreaterThan(port);
    await pass(settings({ PORT: String(other) }));
  });

  it("asks for the sandbox's port only when the sandbox will run", async () => {
    const server = await listening();
    const SANDBOX_PORT = String(server.address().port);
    expect(await faultsOf(settings({ SANDBOX_PORT, SANDBOX: "off" }))).toEqual([]);
    for (const release of releases.splice(0)) release();
    expect(await faultsOf(settings({ SANDBOX_PORT, APP_URL: "https://inbox.example" }))).toEqual([]);
    for (const release of releases.splice(0)) release();
    const faults = await faultsOf(settings({ SANDBOX_PORT }));
    server.close();
    expect(faults.map(({ name }) => name)).toEqual(["SANDBOX_PORT"]);
  });

  it("refuses the same port twice", async () => {
    const faults = await faultsOf(settings({ PORT: "39877", SANDBOX_PORT: "39877" }));
    expect(faults.map(({ name }) => name)).toEqual(["SANDBOX_PORT"]);
  });

  it("names the address of the inbox that already runs on this data", async () => {
    const { pid } = process;
    await pass(settings({ APP_URL: "http://localhost:5555" }));
    const faults = await faultsOf(settings());
    expect(faults).toHaveLength(1);
    expect(faults[0].problem).toContain("http://localhost:5555");
    expect(faults[0].problem).toContain(String(pid));
  });

  it("holds no lock when the database is elsewhere", async () => {
    await pass(settings({ DATABASE_URL: "postgres://db.example/countersign" }));
    expect(existsSync(join(folder, "data", "running.json"))).toBe(false);
  });

  it.skipIf(process.getuid() === 0)("says when DATA_DIR cannot be written to", async () => {
    chmodSync(folder, 0o500);
    const faults = await faultsOf(settings());
    chmodSync(folder, 0o700);
    expect(faults.map(({ name }) => name)).toEqual(["DATA_DIR"]);
  });
});

describe("holdLock", () => {
  const path = () => join(folder, "lock.json");

  it("is given back", () => {
    const { release } = holdLock(path());
    release();
    expect(existsSync(path())).toBe(false);
  });

  it("is refused while a living process has it, and taken over when that one died", async () => {
    const script = `import { holdLock } from ${JSON.stringify(new URL("./hold-lock.mjs", import.meta.url).href)};
      holdLock(${JSON.stringify(path())}, { address: "there" });
      process.stdout.write("held");
      setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
    await new Promise((resolve) => child.stdout.once("data", resolve));
    expect(holdLock(path()).holder).toMatchObject({ pid: child.pid, address: "there" });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
    expect(holderOf(path())).toBeNull();
    const { holder, release } = holdLock(path());
    expect(holder).toBeNull();
    release();
  });

  it("is not fooled by a stranger with the same number", () => {
    writeFileSync(path(), JSON.stringify({ pid: process.ppid, startTime: "1" }));
    expect(holderOf(path())).toBeNull();
    expect(holdLock(path()).holder).toBeNull();
  });

  it("is not fooled by a file that is none", () => {
    writeFileSync(path(), "rubbish");
    const { holder, release } = holdLock(path());
    expect(holder).toBeNull();
    release();
  });
});
