import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { withDeathSignal } from "@/lib/host/with-death-signal";
import { root } from "./folders";
import { type Family, familyOf } from "./processes";
import { until } from "./until";

export type InboxProcess = {
  pid: number;
  output: () => string;
  family: () => Family;
  /** Ctrl-C's gentler brother, to the supervisor alone; it brings the rest down. */
  terminate: () => Promise<{ code: number | null; ms: number }>;
  /** The whole group at once, nobody gets to say goodbye. */
  kill: () => Promise<void>;
};

const stopWithin = 20_000;

/** `web` is null for a worker alone, which answers nobody. */
export type InboxSettings = {
  web: string | null;
  env: Record<string, string>;
  logFile: string;
  /** Where `npm start` is given, and so which release runs; without it, this checkout as it is. */
  clone?: string;
};

export async function startInboxProcess(settings: InboxSettings): Promise<InboxProcess> {
  const { child, running } = launch(settings);
  try {
    const { web } = settings;
    // A start that gives up says so at once.
    const ended = new Promise<never>((_, reject) =>
      child.once("exit", () => reject(new Error("npm start ended"))),
    );
    const isUp = () => (web ? answers(child, web) : saysSo(child, running.output));
    await Promise.race([until("the inbox to answer", isUp), ended]);
  } catch (error) {
    await running.kill();
    throw new Error(`${error instanceof Error ? error.message : error}\n${running.output().slice(-4000)}`);
  }
  return running;
}

/** A start that is struck down on its way. */
export async function killWhileStarting(settings: InboxSettings, afterMs: number): Promise<Family> {
  const { running } = launch(settings);
  await pause(afterMs);
  const family = running.family();
  await running.kill();
  return family;
}

/** A start that is expected to give up by itself; what it said. */
export async function runToItsEnd(
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const { child, running } = launch({ web: null, env, logFile: "/dev/null" });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, output: running.output() };
}

function launch({ env, logFile, clone }: InboxSettings): { child: ChildProcess; running: InboxProcess } {
  // A run that is killed takes its inboxes with it.
  const start = [process.execPath, join(clone ?? root, "scripts", "start.mjs"), ...(clone ? [] : ["--here"])];
  const [command, ...args] = withDeathSignal("TERM", start);
  const child = spawn(command, args, {
    cwd: root,
    env: { NODE_ENV: "production", ...inherited(), ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = createWriteStream(logFile, { flags: "a" });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      log.write(chunk);
    });
  }
  const gone = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  return { child, running: { pid: child.pid ?? 0, ...handles(child, gone), output: () => text } };
}

/** What any shell gives; no setting of ours comes from outside a test. */
function inherited(): Record<string, string> {
  return Object.fromEntries(
    ["PATH", "HOME", "TMPDIR"].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
}

async function saysSo(child: ChildProcess, output: () => string): Promise<true | null> {
  if (child.exitCode !== null || child.signalCode !== null) throw new Error("npm start ended");
  return output().includes("Countersign is running") ? true : null;
}

async function answers(child: ChildProcess, web: string): Promise<true | null> {
  if (child.exitCode !== null || child.signalCode !== null) throw new Error("npm start ended");
  const response = await fetch(`${web}/api/health`, { signal: AbortSignal.timeout(5000) });
  return response.ok ? true : null;
}

function handles(child: ChildProcess, gone: Promise<number | null>) {
  const pid = child.pid ?? 0;
  return {
    family: () => familyOf(pid),
    async terminate() {
      const began = Date.now();
      child.kill("SIGTERM");
      const timer = setTimeout(() => signalGroup(pid), stopWithin);
      const code = await gone;
      clearTimeout(timer);
      return { code, ms: Date.now() - began };
    },
    async kill() {
      signalGroup(pid);
      await gone;
    },
  };
}

function signalGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Nobody is left in the group.
  }
}
