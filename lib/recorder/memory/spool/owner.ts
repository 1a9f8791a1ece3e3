import { readFile } from "node:fs/promises";

/** Who writes a file of the spool: the web, and the process it lives in. */
export type Owner = { keeper: string; pid: number; start: string };

/** `spool`: what waits for the database; `missed`: since when something could be kept nowhere. */
type Kind = "spool" | "missed";

const NAME = /^([0-9a-f-]{36})\.(\d{1,10})\.(\d{0,20})\.(spool|missed)$/;

export function nameOf({ keeper, pid, start }: Owner, kind: Kind): string {
  return `${keeper}.${pid}.${start}.${kind}`;
}

/** Null for what is no file of that kind. */
export function ownerOf(name: string, kind: Kind): Owner | null {
  const [, keeper, pid, start, is] = NAME.exec(name) ?? [];
  return keeper && pid && start !== undefined && is === kind ? { keeper, pid: Number(pid), start } : null;
}

export async function thisProcess(keeper: string): Promise<Owner> {
  return { keeper, pid: process.pid, start: (await statOf(process.pid))?.start ?? "" };
}

/** A number may have been given to another process since: when that one was started tells. */
export async function isAlive({ pid, start }: Owner): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const stat = await statOf(pid);
  if (!stat) return start === "";
  return stat.state !== "Z" && stat.state !== "X" && stat.start === start;
}

/** Null where the system does not tell. */
async function statOf(pid: number): Promise<{ state: string; start: string } | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (stat === null) return null;
  const [state = "", ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { state, start: rest[18] ?? "" };
}
