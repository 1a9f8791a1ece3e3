import { type ChildProcess, spawn } from "node:child_process";
import { withDeathSignal } from "@/lib/host/with-death-signal";

/**
 * One of our own processes, with a channel to it. A session of its own, so that Ctrl-C in the terminal reaches
 * us alone and things stop in our order; killed with us, so that nothing outlives us.
 */
export function spawnPart(file: string, env: NodeJS.ProcessEnv, root: string): ChildProcess {
  const [command, ...args] = withDeathSignal("KILL", [process.execPath, "--enable-source-maps", file]);
  return spawn(command, args, {
    cwd: root,
    env,
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}
