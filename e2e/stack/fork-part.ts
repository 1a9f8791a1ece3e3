import { fork } from "node:child_process";
import { root } from "./folders";

/** One of our processes by itself, ready to be asked. */
export type Part = {
  pid: number;
  /** Where it listens; 0 for one that does not. */
  port: number;
  /** Every line it has logged. */
  log: () => string;
  stop: () => Promise<void>;
};

/** Starts a script that says when it is ready, with this environment and nothing of ours beside it. */
export function forkPart(
  script: string,
  env: Record<string, string>,
  execArgv: string[] = [],
): Promise<Part> {
  const child = fork(script, {
    cwd: root,
    execArgv,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { NODE_ENV: "production", PATH: process.env.PATH, ...env },
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await gone;
  };
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${script} ended with ${code}\n${text.slice(-4000)}`)));
    child.on("message", ({ type, port = 0 }: { type: string; port?: number }) => {
      if (type === "ready") resolve({ pid: child.pid ?? 0, port, log: () => text, stop });
    });
  });
}
