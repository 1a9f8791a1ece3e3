import type { ChildProcess } from "node:child_process";
import { StartError } from "@/lib/host/start-error";
import { backoffMs, failuresAfter } from "@/lib/host/supervisor/backoff";
import { log } from "@/lib/log";

export type Part = {
  /** The first `ready` message; rejected when the process ends or stays silent before it. */
  ready: Promise<Record<string, unknown>>;
  stop: (graceMs: number) => Promise<void>;
  kill: () => void;
};

function isReady(message: unknown): message is Record<string, unknown> {
  return typeof message === "object" && message !== null && "type" in message && message.type === "ready";
}

type Options = { name: string; start: () => ChildProcess; patienceMs?: number };

/** Keeps one process running: whoever dies after having been ready is started again, with growing pauses. */
export function keepPart({ name, start, patienceMs = 60_000 }: Options): Part {
  let child: ChildProcess | null = null;
  let exited: Promise<void> = Promise.resolve();
  let failures = 0;
  let isStopping = false;
  let wasReady = false;
  let timer: NodeJS.Timeout | undefined;
  let settle: { resolve: (message: Record<string, unknown>) => void; reject: (error: Error) => void };
  const ready = new Promise<Record<string, unknown>>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // Whoever stops before it was ready need not be waiting for it.
  ready.catch(() => undefined);
  const patience = setTimeout(
    () => settle.reject(new StartError("part_not_ready", { part: name })),
    patienceMs,
  );

  const ended = (ranMs: number, how: string) => {
    if (isStopping) return;
    if (!wasReady) {
      settle.reject(new StartError("part_ended", { part: name }));
      return;
    }
    failures = failuresAfter(failures, ranMs);
    const inMs = backoffMs(failures - 1);
    log.warn({ part: name, how, inMs }, "a part ended and is started again");
    timer = setTimeout(run, inMs);
  };

  function run(): void {
    const startedAt = Date.now();
    const running = start();
    child = running;
    exited = new Promise((resolve) => {
      const end = (how: string) => {
        if (child === running) child = null;
        resolve();
        ended(Date.now() - startedAt, how);
      };
      running.once("exit", (code, signal) => end(signal ?? `exit ${code}`));
      running.once("error", (error) => {
        if (running.pid === undefined) end(error.message);
      });
    });
    running.on("message", (message) => {
      if (!isReady(message)) return;
      wasReady = true;
      clearTimeout(patience);
      settle.resolve(message);
    });
  }

  run();
  return {
    ready,
    kill: () => void child?.kill("SIGKILL"),
    async stop(graceMs) {
      isStopping = true;
      clearTimeout(timer);
      clearTimeout(patience);
      settle.reject(new StartError("part_ended", { part: name }));
      const running = child;
      if (!running) return;
      running.kill("SIGTERM");
      const kill = setTimeout(() => running.kill("SIGKILL"), graceMs);
      await exited;
      clearTimeout(kill);
    },
  };
}
