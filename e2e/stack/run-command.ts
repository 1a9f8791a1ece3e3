import { execFile } from "node:child_process";
import { isAbsolute, join } from "node:path";
import { root } from "./folders";
import type { Stack } from "./start-stack";

/** One of the commands of the server, beside a running inbox; gives back what it printed. */
export function runCommand(stack: Stack, script: string, args: string[]): Promise<string> {
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: "production",
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    ENV_FILE: "none",
    DATA_DIR: stack.dataDir,
  };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [isAbsolute(script) ? script : join(root, "scripts", script), ...args],
      { cwd: root, env },
      (error, out, problems) =>
        error ? reject(new Error(`${script}: ${error.message}\n${out}${problems}`)) : resolve(out),
    );
  });
}
