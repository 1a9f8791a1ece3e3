import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";

export type SandboxAccount = {
  accountId: string;
  tokens: { owner: string; agent: string; member: string };
  ids: { jobs: string[]; proposals: string[]; contracts: string[]; milestones: string[] };
};
export type SandboxFault = {
  match: { method?: string; path: string };
  kind: string;
  times?: number;
  [more: string]: unknown;
};
export type SandboxCall = { at: string; method: string; path: string; status: number; token: string };
type Json = Record<string, unknown>;

/** The sandbox as a process of its own, asked over HTTP alone; call it once, outside the tests. */
export function useSandbox() {
  let child: ChildProcess | null = null;
  let dir = "";
  const sandbox = {
    origin: "",
    async call<T = Json>(token: string, method: string, path: string, body?: object): Promise<T> {
      return send<T>(`${sandbox.origin}/api/public/v1${path}`, method, body, {
        authorization: `Bearer ${token}`,
      });
    },
    async door<T = Json>(method: string, path: string, body?: object): Promise<T> {
      return send<T>(
        `${sandbox.origin}/_sandbox${path}`,
        method,
        method === "POST" ? (body ?? {}) : undefined,
      );
    },
    account: (options: object = {}) => sandbox.door<SandboxAccount>("POST", "/accounts", options),
    async fault(accountId: string, fault: SandboxFault): Promise<void> {
      await sandbox.door("POST", "/faults", { accountId, ...fault });
    },
    async heal(accountId: string): Promise<void> {
      await sandbox.door("DELETE", `/faults?accountId=${accountId}`);
    },
    async calls(accountId: string): Promise<SandboxCall[]> {
      return (await sandbox.door<{ calls: SandboxCall[] }>("GET", `/calls?accountId=${accountId}`)).calls;
    },
    /** The account's time then. */
    async advance(accountId: string, advanceMs: number): Promise<number> {
      const { now } = await sandbox.door<{ now: string }>("POST", "/clock", { accountId, advanceMs });
      return Date.parse(now);
    },
  };
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "sandbox-"));
    const outfile = join(dir, "sandbox.mjs");
    const entryPoints = [resolve("lib/sandbox/main.ts")];
    await build({
      entryPoints,
      outfile,
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
    });
    await symlink(resolve("node_modules"), join(dir, "node_modules"));
    child = spawn(process.execPath, [outfile], {
      env: { ...process.env, DATA_DIR: dir, SANDBOX_PORT: "0", SANDBOX_AGENT: "off", LOG_LEVEL: "error" },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const [{ port }] = (await once(child, "message")) as [{ port: number }];
    sandbox.origin = `http://127.0.0.1:${port}`;
  });
  afterAll(async () => {
    if (child) {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    }
    await rm(dir, { recursive: true, force: true });
  });
  return sandbox;
}

async function send<T>(
  url: string,
  method: string,
  body: object | undefined,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text.slice(0, 300)}`);
  return text === "" ? ({} as T) : (JSON.parse(text) as T);
}
