import { fork } from "node:child_process";
import { join } from "node:path";
import { root } from "./folders";

export type Seat = "owner" | "agent" | "member";
export type Tokens = Record<Seat, string>;

type Ready = { type: "ready"; origin: string; port: number; accountId: string; tokens: Tokens };

type SandboxProcess = Ready & { stop: () => Promise<void> };

/** The sandbox by itself, as a real HTTP service without an agent at work. */
function startSandboxProcess(dataDir: string, port: number, origin?: string): Promise<SandboxProcess> {
  const child = fork(join(root, "dist", "sandbox.mjs"), {
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      DATA_DIR: dataDir,
      SANDBOX_PORT: String(port),
      ...(origin ? { SANDBOX_ORIGIN: origin } : {}),
    },
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await gone;
  };
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the sandbox ended with ${code} before it was ready`)));
    child.on("message", (message: Ready) => {
      if (message.type === "ready") resolve({ ...message, stop });
    });
  });
}

/** OpenTrain as far as an inbox is concerned; it can be away for a while and come back as it was. */
export type Upstream = {
  goAway: () => Promise<void>;
  comeBack: () => Promise<void>;
  stop: () => Promise<void>;
};

export async function startUpstream(dataDir: string, port: number, origin?: string): Promise<Upstream> {
  let running: SandboxProcess | null = await startSandboxProcess(dataDir, port, origin);
  const goAway = async () => {
    await running?.stop();
    running = null;
  };
  const comeBack = async () => {
    running ??= await startSandboxProcess(dataDir, port, origin);
  };
  return { goAway, comeBack, stop: goAway };
}

/** The account made at the first start and its tokens, learned before the inbox starts on the same folder. */
export async function primeSandbox(dataDir: string): Promise<{ accountId: string; tokens: Tokens }> {
  const { accountId, tokens, stop } = await startSandboxProcess(dataDir, 0);
  await stop();
  return { accountId, tokens };
}
