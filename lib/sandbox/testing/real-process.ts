import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "esbuild";

type Tokens = { owner: string; agent: string; member: string };

export type Ready = { type: "ready"; port: number; accountId: string; tokens: Tokens };
export type Started = Ready & { child: ChildProcess };

/** The sandbox as one file, as it is shipped. */
export async function bundleSandbox(dir: string): Promise<string> {
  const outfile = join(dir, "sandbox.mjs");
  await build({
    entryPoints: [resolve(import.meta.dirname, "../main.ts")],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
  });
  await symlink(resolve("node_modules"), join(dir, "node_modules"));
  return outfile;
}

export function spawnSandbox(bundle: string, data: string, more: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [bundle], {
    env: { ...process.env, DATA_DIR: data, SANDBOX_PORT: "0", SANDBOX_AGENT: "off", ...more },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

export async function startProcess(
  bundle: string,
  data: string,
  more: Record<string, string> = {},
): Promise<Started> {
  const child = spawnSandbox(bundle, data, more);
  const [message] = (await once(child, "message")) as [Ready];
  return { ...message, child };
}

export async function killProcess({ child }: Started, signal: NodeJS.Signals): Promise<number | null> {
  const gone = once(child, "exit");
  child.kill(signal);
  const [code] = (await gone) as [number | null];
  return code;
}

export async function callProcess<T>(
  { port }: Started,
  token: string,
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; body: T }> {
  const response = await fetch(`http://127.0.0.1:${port}/api/public/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: (await response.json()) as T };
}
