import type { Supervisor } from "@/lib/host/supervisor/supervise";
import { log } from "@/lib/log";
import { consoleWords } from "@/lib/messages/console";

const words = consoleWords.start;

/** npm passes on a Ctrl-C that the terminal already gave us; the two come together and are one. */
const oneSignalMs = 500;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Prints the block when all is up, and answers Ctrl-C, SIGTERM and a closed terminal: stop; twice: at once. */
export async function runUntilStopped(start: () => Supervisor): Promise<void> {
  let stoppingSince: number | null = null;
  let supervisor: Supervisor | null = null;

  const stop = async (exitCode: number) => {
    await supervisor?.stop();
    say(words.stopped);
    process.exit(exitCode);
  };
  const onSignal = () => {
    if (stoppingSince === null) {
      stoppingSince = Date.now();
      say(words.stopping);
      void stop(0);
    } else if (Date.now() - stoppingSince > oneSignalMs) {
      supervisor?.kill();
      say(words.forced);
      process.exit(1);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  process.on("uncaughtException", (error) => {
    log.error({ error }, "the supervisor met something unforeseen and stops");
    stoppingSince ??= Date.now();
    void stop(1);
  });

  // Only now: the first steps hold up everything else, and a signal in them must find us listening.
  supervisor = start();
  try {
    process.stdout.write(await supervisor.started);
  } catch (error) {
    // A start that was interrupted is no failure; `stop` ends the process.
    if (stoppingSince !== null) return;
    await supervisor.stop();
    throw error;
  }
}
