import { spawn } from "node:child_process";
import { root } from "./root.mjs";
import { withDeathSignal } from "./with-death-signal.mjs";

/** Runs a program to its end and keeps what it said; it is shown only when it matters. */
export function run(file, args, { env = process.env, cwd = root, echo = false } = {}) {
  return new Promise((resolve) => {
    const [command, ...rest] = withDeathSignal("KILL", [file, ...args]);
    const child = spawn(command, rest, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (stream) => (chunk) => {
      output += chunk;
      if (echo) stream.write(chunk);
    };
    child.stdout.on("data", keep(process.stdout));
    child.stderr.on("data", keep(process.stderr));
    child.on("error", (error) => resolve({ ok: false, output: `${output}${error.message}`, code: null }));
    child.on("close", (code) => resolve({ ok: code === 0, output, code }));
  });
}

/** Every tool's telemetry off, and no look for newer versions. */
export const quietTools = {
  NEXT_TELEMETRY_DISABLED: "1",
  DISABLE_TELEMETRY: "1",
  DO_NOT_TRACK: "1",
  NO_UPDATE_NOTIFIER: "1",
};
