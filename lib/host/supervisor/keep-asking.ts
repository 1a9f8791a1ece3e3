import type { Installed } from "@/lib/host/supervisor/installation";
import { log } from "@/lib/log";

const firstInMs = 5_000;
const longestMs = 60_000;

/** OpenTrain was not there to check the token of this start: asked again until it says yes or no. */
export function keepAsking(ask: () => Promise<Installed>): { stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const wait = (inMs: number) => {
    timer = setTimeout(() => void turn(inMs), inMs);
    timer.unref();
  };
  const turn = async (waitedMs: number) => {
    const installed = await ask().catch((error: unknown) => {
      log.warn({ error }, "the token of this start could not be checked");
      return null;
    });
    if (isStopped) return;
    if (isUndecided(installed)) wait(Math.min(longestMs, waitedMs * 2));
    else log.info({ realConnection: installed?.realConnection }, "the token of this start was checked");
  };
  wait(firstInMs);
  return {
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

/** Nothing real is connected, and whether it could be is not known. */
export function isUndecided(installed: Installed | null): boolean {
  return installed === null || (installed.state !== "real" && installed.realConnection === "unreachable");
}
