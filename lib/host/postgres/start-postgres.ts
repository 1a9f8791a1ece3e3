import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, fchmodSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { isDiskFullText } from "@/lib/host/disk-full";
import { chooseAccount } from "@/lib/host/postgres/choose-account";
import { choosePlace, findPlace } from "@/lib/host/postgres/choose-place";
import { chooseSocketFolder } from "@/lib/host/postgres/choose-socket-folder";
import { makeCluster } from "@/lib/host/postgres/make-cluster";
import { lastLine, prepareBinaries } from "@/lib/host/postgres/prepare-binaries";
import { type Account, cleanEnvironment } from "@/lib/host/postgres/run-as";
import { stopLeftover } from "@/lib/host/postgres/stop-leftover";
import { urlFor } from "@/lib/host/postgres/url-for";
import { waitUntilReady } from "@/lib/host/postgres/wait-until-ready";
import { StartError } from "@/lib/host/start-error";
import { withDeathSignal } from "@/lib/host/with-death-signal";

export type Postgres = {
  pid: number;
  /** The folder of data and log; outside DATA_DIR when PostgreSQL's account cannot enter that. */
  place: string;
  socketDir: string;
  urlFor: (role: string, database: string) => string;
  stop: () => Promise<void>;
  /** At once; what was committed is there at the next start. */
  kill: () => void;
  /** Called when it ends without having been told to. */
  onExit: (callback: () => void) => void;
};

const largestLog = 1_000_000;

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > largestLog) renameSync(file, `${file}.before`);
  const descriptor = openSync(file, "a", 0o600);
  fchmodSync(descriptor, 0o600);
  return descriptor;
}

function settingsFor(socketFolder: string, durable: boolean): string[] {
  const settings: Record<string, string> = {
    listen_addresses: "",
    unix_socket_directories: socketFolder,
    unix_socket_permissions: "0700",
    port: "5432",
    cluster_name: "countersign",
    timezone: "UTC",
    log_timezone: "UTC",
    max_connections: "100",
    // What people wrote must not end up in a log file.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function spawnServer(command: string[], account: Account, logFile: string): ChildProcess {
  const descriptor = openLog(logFile);
  const [file, ...args] = withDeathSignal("INT", command);
  try {
    return spawn(file, args, {
      cwd: "/",
      env: cleanEnvironment,
      // A session of its own: Ctrl-C in the terminal is ours to answer, in our order.
      detached: true,
      stdio: ["ignore", descriptor, descriptor],
      ...(account ? { uid: account.uid, gid: account.gid } : {}),
    });
  } finally {
    closeSync(descriptor);
  }
}

const stopSteps: [NodeJS.Signals, number][] = [
  ["SIGINT", 2500],
  ["SIGQUIT", 1000],
  ["SIGKILL", 500],
];

async function stopServer(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  for (const [name, ms] of stopSteps) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(name);
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([exited, new Promise((resolve) => (timer = setTimeout(resolve, ms)))]);
    clearTimeout(timer);
  }
}

/**
 * A PostgreSQL of our own on a Unix socket that only its account and root can reach. Must be called on the
 * main thread: the death signal follows the thread that started the process.
 */
export async function startPostgres({
  dataDir,
  durable,
}: {
  dataDir: string;
  durable: boolean;
}): Promise<Postgres> {
  const before = findPlace(dataDir);
  const account = chooseAccount(before ? join(before, "data") : null);
  const place = choosePlace(dataDir, account);
  const native = prepareBinaries(place, account);
  const data = makeCluster({ native, place, account, durable });
  await stopLeftover(data);
  const socket = chooseSocketFolder(place, account);
  const logFile = join(place, "server.log");
  const command = [join(native, "bin", "postgres"), "-D", data, ...settingsFor(socket.folder, durable)];
  const child = spawnServer(command, account, logFile);
  const url = (role: string, database: string) => urlFor(socket.folder, role, database);

  let hasExited = false;
  let isStopping = false;
  let failure = "";
  const callbacks: (() => void)[] = [];
  const exited = new Promise<void>((resolve) => {
    const end = () => {
      if (hasExited) return;
      hasExited = true;
      if (!isStopping) for (const callback of callbacks) callback();
      resolve();
    };
    child.once("exit", end);
    child.once("error", (error) => {
      failure = error.message;
      end();
    });
  });

  if (!(await waitUntilReady(url("postgres", "postgres"), () => hasExited))) {
    isStopping = true;
    await stopServer(child, exited);
    const reason = failure || lastProblem(logFile);
    if (isDiskFullText(reason)) throw new StartError("disk_full", { folder: place });
    throw new StartError("postgres_start_failed", { reason });
  }
  return {
    pid: child.pid ?? 0,
    place,
    socketDir: socket.folder,
    urlFor: url,
    async stop() {
      isStopping = true;
      await stopServer(child, exited);
      socket.remove();
    },
    kill() {
      isStopping = true;
      child.kill("SIGQUIT");
    },
    onExit: (callback) => void callbacks.push(callback),
  };
}

function lastProblem(logFile: string): string {
  const lines = readFileSync(logFile, "utf8").split("\n");
  const problem = lines.findLast((line) => /FATAL:|PANIC:|error/i.test(line)) ?? lastLine(lines.join("\n"));
  return problem.replace(/^.*?(FATAL|PANIC):\s*/, "");
}
