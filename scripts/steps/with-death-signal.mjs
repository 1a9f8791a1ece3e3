import { spawnSync } from "node:child_process";

let exists = null;

/**
 * The command so that the kernel ends it when we die, however we die: a test run that is killed must not leave
 * its tools at work. The same as lib/host/with-death-signal.ts, which nothing here may need.
 */
export function withDeathSignal(signal, command) {
  exists ??= spawnSync("setpriv", ["--pdeathsig", "INT", "--", "true"]).status === 0;
  return exists ? ["setpriv", "--pdeathsig", signal, "--", ...command] : command;
}
