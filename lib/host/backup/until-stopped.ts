import { BackupError } from "@/lib/host/backup/backup-error";

/** Ctrl-C and SIGTERM end the work in its own order, so that it can tidy up. */
export async function untilStopped<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stopped = new BackupError("stopped");
  const stop = () => controller.abort(stopped);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    return await work(controller.signal);
  } catch (error) {
    throw controller.signal.aborted ? stopped : error;
  } finally {
    for (const signal of signals) process.removeListener(signal, stop);
  }
}

/** The work's outcome, or the stop, whichever comes first. */
export function orStopped<T>(work: Promise<T>, stop: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (stop.aborted) reject(stop.reason);
    stop.addEventListener("abort", () => reject(stop.reason), { once: true });
    work.then(resolve, reject);
  });
}
