import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { StartError } from "@/lib/host/start-error";

/** What the postmaster writes about itself: its pid and the folder of its socket. */
export function readPostmaster(data: string): { pid: number; socketFolder: string } | null {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 1 ? { pid, socketFolder: lines[4]?.trim() ?? "" } : null;
  } catch {
    return null;
  }
}

/** The command line of a process, null when there is none of that number. */
export function commandLineOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ") || null;
  } catch {
    if (process.platform === "linux") return null;
    const listed = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return listed.status === 0 ? listed.stdout.trim() : null;
  }
}

/** True while that process is a PostgreSQL on this data folder, and not a stranger with the same number. */
export function isPostmasterOf(pid: number, data: string): boolean {
  const line = commandLineOf(pid);
  return line?.includes("postgres") === true && `${line} `.includes(`${data} `);
}

async function isGoneWithin(pid: number, data: string, ms: number): Promise<boolean> {
  const deadline = Date.now() + ms;
  while (isPostmasterOf(pid, data)) {
    if (Date.now() > deadline) return false;
    await wait(20);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EPERM") throw new StartError("postgres_leftover", { pid: String(pid) });
    if (code !== "ESRCH") throw error;
  }
}

const steps: [NodeJS.Signals, number][] = [
  ["SIGINT", 5000],
  ["SIGQUIT", 5000],
  ["SIGKILL", 2000],
];

/** A PostgreSQL that outlived a killed start is stopped: never two on one folder. */
export async function stopLeftover(data: string): Promise<void> {
  const postmaster = readPostmaster(data);
  if (!postmaster) return;
  const { pid } = postmaster;
  if (!isPostmasterOf(pid, data)) {
    // PostgreSQL would take any living process of that number for its own; without one it recovers by itself.
    if (commandLineOf(pid) !== null) rmSync(join(data, "postmaster.pid"), { force: true });
    return;
  }
  for (const [name, ms] of steps) {
    signal(pid, name);
    if (await isGoneWithin(pid, data, ms)) return;
  }
  throw new StartError("postgres_leftover", { pid: String(pid) });
}
