import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Faults, fault } from "./fault.mjs";
import { problemOfFolder } from "./file-problems.mjs";
import { findPort, portFault } from "./find-port.mjs";
import { holderOf, holdLock } from "./hold-lock.mjs";
import { home } from "./root.mjs";

const loopback = "127.0.0.1";

/** DATA_DIR as an absolute path. */
export function dataDirOf(environment) {
  return resolve(home, environment.DATA_DIR || ".data");
}

// Others may pass, for the account that runs PostgreSQL when root starts us; what is secret lies one below.
// One folder at a time: made recursively, a folder in /proc would never come to an end.
function makeDataDir(path) {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeDataDir(dirname(path));
  mkdirSync(path);
  chmodSync(path, process.getuid?.() === 0 ? 0o711 : 0o700);
}

function checkDataDir(dataDir) {
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    makeDataDir(dataDir);
    if (!statSync(dataDir).isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    writeFileSync(probe, "probe");
    rmSync(probe);
    return [];
  } catch (error) {
    const why = problemOfFolder(error.code) ?? `cannot be used (${error.code}).`;
    return [{ name: "DATA_DIR", problem: `${why} Choose another folder, or make this one usable.` }];
  }
}

function portOf(environment, name, otherwise) {
  const given = environment[name];
  if (!given) return otherwise;
  const port = /^\d{1,5}$/.test(given.trim()) ? Number(given) : -1;
  return port >= 0 && port <= 65535 ? port : null;
}

function isLoopback(url) {
  try {
    return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
  } catch {
    return false;
  }
}

/** What the last start found out, so that this one need not ask for a port it will not use. */
export function stateFile(dataDir) {
  return join(dataDir, "last-start.json");
}

function wasReal(dataDir) {
  try {
    return JSON.parse(readFileSync(stateFile(dataDir), "utf8")).state === "real";
  } catch {
    return false;
  }
}

function wantsSandbox(environment, dataDir) {
  if (environment.ROLE && environment.ROLE !== "all") return false;
  if (environment.SANDBOX === "on") return true;
  if (environment.SANDBOX === "off" || environment.OPENTRAIN_API_TOKEN) return false;
  return (!environment.APP_URL || isLoopback(environment.APP_URL)) && !wasReal(dataDir);
}

async function checkPort(environment, name, otherwise, { host, patienceMs }) {
  const wanted = portOf(environment, name, otherwise);
  if (wanted === null) return [{ name, problem: "must be a whole number from 0 to 65535." }];
  const { port, problem } = await findPort(wanted, host, patienceMs);
  if (problem) return [await portFault(name, problem, { port: wanted, host })];
  // With 0 the port is chosen here, once, so that a part that is started again keeps it.
  environment[name] = String(port);
  return [];
}

async function checkPorts(environment, dataDir, patienceMs) {
  const host = environment.HOST || loopback;
  const web =
    environment.ROLE === "worker" ? [] : await checkPort(environment, "PORT", 3000, { host, patienceMs });
  if (!wantsSandbox(environment, dataDir)) return web;
  const sandbox = await checkPort(environment, "SANDBOX_PORT", 4010, { host: loopback, patienceMs });
  if (web.length + sandbox.length === 0 && environment.PORT === environment.SANDBOX_PORT) {
    return [{ name: "SANDBOX_PORT", problem: "is the same as PORT. Choose another port." }];
  }
  return [...web, ...sandbox];
}

export function lockFile(dataDir) {
  return join(dataDir, "running.json");
}

// What a restore that was killed half way left is no inbox, and must not be taken for an empty one.
function checkRestored(dataDir) {
  if (!existsSync(join(dataDir, "restoring"))) return;
  throw fault(
    "DATA_DIR",
    "holds a restore that was never finished. Restore again (npm run restore), or remove that folder.",
  );
}

function alreadyRuns(holder) {
  const where = holder.address ? ` at ${holder.address}` : "";
  return [
    {
      name: "DATA_DIR",
      problem: `is in use: Countersign already runs on this data${where} (process ${holder.pid}).`,
    },
  ];
}

/**
 * What can be known before anything is installed, with Node's own means; all faults at once. Returns the lock
 * on DATA_DIR, which nobody needs when the database is elsewhere.
 */
export async function preflight(environment = process.env, { patienceMs = 3000 } = {}) {
  const dataDir = dataDirOf(environment);
  const isShared = Boolean(environment.DATABASE_URL);
  const holder = isShared ? null : holderOf(lockFile(dataDir));
  if (holder) throw new Faults(alreadyRuns(holder));
  checkRestored(dataDir);
  const folder = checkDataDir(dataDir);
  const ports = await checkPorts(environment, dataDir, patienceMs);
  if (folder.length + ports.length > 0) throw new Faults([...folder, ...ports]);
  if (isShared) return { dataDir, release: () => undefined };
  const address = environment.APP_URL || `http://localhost:${environment.PORT}`;
  const lock = holdLock(lockFile(dataDir), { address });
  if (lock.holder) throw new Faults(alreadyRuns(lock.holder));
  return { dataDir, release: lock.release };
}
