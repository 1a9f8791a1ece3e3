import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** One process at one time: a number alone may be given to another one later. */
type Process = { pid: number; parent: number; started: string; command: string; surroundings: string };

function readProcess(pid: number): Process | null {
  try {
    const stat = readFileSync(join("/proc", String(pid), "stat"), "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return null;
    const text = (name: string) => readWords(join("/proc", String(pid), name));
    return {
      pid,
      parent: Number(fields[1]),
      started: fields[19] ?? "",
      command: text("cmdline"),
      surroundings: text("environ"),
    };
  } catch {
    return null;
  }
}

// Another account's surroundings may be closed to us.
function readWords(file: string): string {
  try {
    return readFileSync(file, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

function allProcesses(): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
}

export type Family = { pid: number; started: string }[];

/** The process and everything that came from it, in whatever group or session. */
export function familyOf(pid: number): Family {
  const all = allProcesses();
  const found = all.filter((one) => one.pid === pid);
  for (let index = 0; index < found.length; index += 1) {
    found.push(...all.filter((one) => one.parent === found[index]?.pid));
  }
  return found.map(({ pid, started }) => ({ pid, started }));
}

/** What still runs of a family, or names one of the folders on its command line or in its environment. */
export function leftoversOf(family: Family, folders: string[]): string[] {
  const known = new Set(family.map(({ pid, started }) => `${pid} ${started}`));
  const names = (one: Process, folder: string) =>
    one.command.includes(folder) || one.surroundings.includes(`DATA_DIR=${folder}`);
  return allProcesses()
    .filter((one) => one.pid !== process.pid)
    .filter((one) => known.has(`${one.pid} ${one.started}`) || folders.some((folder) => names(one, folder)))
    .map((one) => `${one.pid} ${one.command.trim().slice(0, 120)}`);
}

/** Waits until nothing of it runs any more and says how long that took; null when something stayed. */
export async function waitUntilGone(
  family: Family,
  folders: string[],
  withinMs: number,
): Promise<number | null> {
  const began = Date.now();
  while (leftoversOf(family, folders).length > 0) {
    if (Date.now() - began > withinMs) return null;
    await pause(50);
  }
  return Date.now() - began;
}
