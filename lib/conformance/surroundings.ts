import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export type Service = {
  origin: string;
  token: string;
  isOurs: boolean;
  home?: string;
  letIn?: string;
  differs?: string[];
};

declare module "vitest" {
  interface ProvidedContext {
    /**
     * `isOurs`: a sandbox of this run's own, where accounts can be made and the human be played. `home`: the
     * sandbox itself, where `origin` is something in front of it, and `letIn` the address that is told the token
     * of a new account before it is used there. `differs`: the claims that this something answers otherwise.
     */
    service: Service;
  }
}

type Project = { provide: (key: "service", value: Service) => void };
type Ready = { type: string; origin: string };

/** The service that is named in the environment, else a sandbox started for this run. */
export async function setup(project: Project): Promise<() => Promise<void>> {
  const { CONFORMANCE_BASE_URL: given, CONFORMANCE_TOKEN: token } = process.env;
  if (given) {
    if (!token) throw new Error("CONFORMANCE_BASE_URL needs CONFORMANCE_TOKEN, a token that may read.");
    project.provide("service", { origin: new URL(given).origin, token, isOurs: false });
    return async () => undefined;
  }
  const sandbox = await startSandbox();
  project.provide("service", {
    origin: sandbox.origin,
    token: await tokenToReadWith(sandbox.origin),
    isOurs: true,
  });
  return sandbox.stop;
}

export async function startSandbox(): Promise<{ origin: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "conformance-"));
  const child = fork(resolve(process.env.CONFORMANCE_SANDBOX ?? "dist/sandbox.mjs"), {
    env: { NODE_ENV: "production", PATH: process.env.PATH, DATA_DIR: folder, SANDBOX_PORT: "0" },
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  const stop = async () => {
    child.kill("SIGTERM");
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  return new Promise((ready, reject) => {
    child.once("exit", (code) => reject(new Error(`the sandbox ended with ${code} before it was ready`)));
    child.on("message", (message: Ready) => {
      if (message.type === "ready") ready({ origin: message.origin, stop });
    });
  });
}

/** The owner's token of an account that looks like one in use. */
export async function tokenToReadWith(origin: string): Promise<string> {
  const made = await fetch(`${origin}/_sandbox/accounts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ scenario: "demo", creditsCents: 100_000 }),
  });
  const { tokens } = (await made.json()) as { tokens: { owner: string } };
  return tokens.owner;
}
