import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { withDeathSignal } from "@/lib/host/with-death-signal";
import { eventually, findProcesses } from "@/lib/testing/find-processes";

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
process.send({ type: "ready", origin: "http://localhost:1", tokens: { owner: "t", agent: "a" } });
`;

type Line = {
  pid: number;
  name: string;
  DATABASE_URL?: string;
  AUTH_SECRET?: string;
  OWNER_PASSWORD?: string;
  argv: string;
};

export type Host = {
  child: ChildProcess;
  output: () => string;
  exit: Promise<number | null>;
  /** All it said, when it and everything that shares its output have ended. */
  said: Promise<string>;
  parts: () => Line[];
};

/** `wrap`: a command that starts ours, such as one that mounts something first; it ends with `exec "$@"`. */
type Options = { account?: { uid: number; gid: number }; wrap?: string[]; bundle?: string };

/**
 * A supervisor in a process of its own with stand-ins for web, worker and sandbox, and a fresh folder for each
 * test. Call it once, outside the tests.
 */
export function useHostProcess() {
  // Beside the other bundles, so that packages are found from it.
  const bundle = `dist/stand-in-host-${process.pid}.mjs`;
  let folder = "";
  let started: ChildProcess[] = [];

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

  function start(env: Record<string, string> = {}, options: Options = {}): Host {
    const command = [...(options.wrap ?? []), process.execPath, options.bundle ?? bundle];
    const [file, ...args] = withDeathSignal("TERM", command);
    const child = spawn(file, args, {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: "production",
        DATA_DIR: join(folder, "data"),
        STAND_IN_PART: join(folder, "part.mjs"),
        ...env,
      },
      ...options.account,
    });
    started.push(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
    return {
      child,
      output: () => output,
      exit: new Promise((resolve) => child.once("exit", resolve)),
      said: new Promise((resolve) => child.once("close", () => resolve(output))),
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

  async function running(env: Record<string, string> = {}, options: Options = {}): Promise<Host> {
    const host = start(env, options);
    await eventually(host.output, (text) => text.includes("Ctrl-C") || host.child.exitCode !== null, 60_000);
    expect(host.output()).toContain("Countersign is running");
    return host;
  }

  return {
    get folder() {
      return folder;
    },
    get dataDir() {
      return join(folder, "data");
    },
    bundle,
    start,
    running,
  };
}
