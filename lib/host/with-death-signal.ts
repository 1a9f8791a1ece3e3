import { runAs } from "@/lib/host/postgres/run-as";

let exists: boolean | null = null;

function hasSetpriv(): boolean {
  exists ??= runAs(null, "setpriv", ["--pdeathsig", "INT", "--", "true"]).ok;
  return exists;
}

/**
 * The command so that the kernel sends it this signal when we die, however we die. Follows the thread that
 * spawns, so the main thread must. Without setpriv the command stays as it is.
 */
export function withDeathSignal(signal: "INT" | "KILL" | "TERM", command: string[]): [string, ...string[]] {
  const [file = "", ...args] = command;
  return hasSetpriv() ? ["setpriv", "--pdeathsig", signal, "--", file, ...args] : [file, ...args];
}
