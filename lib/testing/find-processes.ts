import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

function read(get: () => string): string {
  try {
    return get();
  } catch {
    return "";
  }
}

/** Processes that name this text in their command line, their surroundings or their folder, us apart. */
export function findProcesses(text: string): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid)
    .filter((pid) =>
      [
        read(() => readFileSync(`/proc/${pid}/cmdline`, "utf8")),
        read(() => readFileSync(`/proc/${pid}/environ`, "utf8")),
        read(() => readlinkSync(`/proc/${pid}/cwd`)),
      ].some((where) => where.includes(text)),
    );
}

/** Asks again and again until the answer is there; fails with the last one when time is up. */
export async function eventually<T>(
  ask: () => T | Promise<T>,
  isRight: (value: T) => boolean,
  ms = 10_000,
): Promise<T> {
  const deadline = Date.now() + ms;
  for (;;) {
    const value = await ask();
    if (isRight(value)) return value;
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(value)} after ${ms} ms`);
    await wait(25);
  }
}
